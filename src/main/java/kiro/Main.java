package kiro;

/// Entry point of the `kiro` command.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println(new picocli.CommandLine(new Object()));
    }
}
