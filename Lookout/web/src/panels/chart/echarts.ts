import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([LineChart, BarChart, CustomChart, GridSimpleComponent, CanvasRenderer]);

export type Chart = echarts.ECharts;
export type ChartOption = Parameters<Chart['setOption']>[0];

/** A chart in an element of known size. */
export function createChart(host: HTMLElement): Chart {
  return echarts.init(host, null, { renderer: 'canvas', width: host.clientWidth, height: host.clientHeight });
}
