namespace Kthena.Cli.Tests.Script;

/// <summary>Plays the SDK: notes each build in <c>builds</c>, builds an AppHost that shows its arguments, runs nothing.</summary>
internal static class FakeDotnet
{
    public static void Install(Checkout checkout, string sdkVersion = "10.0.100")
    {
        checkout.Install("node", "echo v22.0.0");
        checkout.Install("npm", "echo 10");
        checkout.Install("dotnet", $$"""
            case $1 in
              --version) echo {{sdkVersion}} ;;
              build)
                echo "$2 $3 $4" >>'{{checkout.Root}}/.cache/builds'
                if [ -f '{{checkout.Root}}/broken' ]; then echo 'error CS1002: ; expected'; exit 1; fi
                mkdir -p '{{checkout.Root}}/artifacts/bin/AppHost/release'
                cat >'{{checkout.Root}}/artifacts/bin/AppHost/release/AppHost' <<'APPHOST'
            #!/bin/sh
            echo "AppHost in $PWD with $*"
            exit 7
            APPHOST
                chmod +x '{{checkout.Root}}/artifacts/bin/AppHost/release/AppHost' ;;
              restore) exit 1 ;;
              *) echo "ran $*" ;;
            esac
            """);
    }

    public static int Builds(Checkout checkout) => checkout.Exists(".cache/builds") ? File.ReadAllLines(Path.Combine(checkout.Root, ".cache/builds")).Length : 0;
}
