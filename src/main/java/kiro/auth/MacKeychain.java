package kiro.auth;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kiro.secret.Secret;

/// The login keychain of macOS, by `security`. A command with a secret in it is read from standard input (`-i`), the secret in
/// hexadecimal digits, which need no quotation marks.
final class MacKeychain implements Keyring {
    private static final String SERVICE = "openkiro";

    private final ToolCall tools;
    private final String program;

    MacKeychain(ToolCall tools, String program) {
        this.tools = tools;
        this.program = program;
    }

    @Override
    public String words() {
        return "the keychain";
    }

    /// The exit code of `-i` is not that of what it was told: only what the keychain gives back says that it has it.
    @Override
    public Optional<String> keep(String name, Secret key) throws InterruptedException {
        String hex = HexFormat.of().formatHex(key.reveal().getBytes(StandardCharsets.UTF_8));
        String line = "add-generic-password -U -a %s -s %s -X %s%n".formatted(name, SERVICE, hex);
        return switch (tools.make(List.of(program, "-i"), line)) {
            case ToolCall.Result.Failed(String reason) -> Optional.of(reason);
            case ToolCall.Result.Ended ended ->
                    find(name).map(Secret::reveal).equals(Optional.of(key.reveal()))
                            ? Optional.empty()
                            : Optional.of(
                                    ended.errors().isEmpty() || ended.errors().contains(hex)
                                            ? "it does not give back what it was given"
                                            : ended.errors());
        };
    }

    @Override
    public Optional<Secret> find(String name) throws InterruptedException {
        List<String> argv =
                List.of(program, "find-generic-password", "-a", name, "-s", SERVICE, "-w");
        return tools.make(argv, "") instanceof ToolCall.Result.Ended ended
                        && ended.code() == 0
                        && !ended.output().isBlank()
                ? Optional.of(Secret.of(ended.output().strip()))
                : Optional.empty();
    }

    @Override
    public void forget(String name) throws InterruptedException {
        tools.make(List.of(program, "delete-generic-password", "-a", name, "-s", SERVICE), "");
    }
}
