package kiro.auth;

import java.util.List;
import java.util.Optional;
import kiro.secret.Secret;

/// The keyring of a Linux desktop (GNOME Keyring, KWallet and others), by libsecret's `secret-tool`.
final class SecretService implements Keyring {
    private final ToolCall tools;
    private final String program;

    SecretService(ToolCall tools, String program) {
        this.tools = tools;
        this.program = program;
    }

    @Override
    public String words() {
        return "the keyring";
    }

    @Override
    public Optional<String> keep(String name, Secret key) throws InterruptedException {
        List<String> argv =
                List.of(
                        program,
                        "store",
                        "--label=OpenKiro: " + name,
                        "application",
                        "openkiro",
                        "key",
                        name);
        return switch (tools.make(argv, key.reveal())) {
            case ToolCall.Result.Failed(String reason) -> Optional.of(reason);
            case ToolCall.Result.Ended ended when ended.code() != 0 ->
                    Optional.of(ended.errors().isEmpty() ? "it is not there" : ended.errors());
            case ToolCall.Result.Ended _ ->
                    find(name).map(Secret::reveal).equals(Optional.of(key.reveal()))
                            ? Optional.empty()
                            : Optional.of("it does not give back what it was given");
        };
    }

    @Override
    public Optional<Secret> find(String name) throws InterruptedException {
        return tools.make(argv("lookup", name), "") instanceof ToolCall.Result.Ended ended
                        && ended.code() == 0
                        && !ended.output().isBlank()
                ? Optional.of(Secret.of(ended.output().strip()))
                : Optional.empty();
    }

    @Override
    public void forget(String name) throws InterruptedException {
        tools.make(argv("clear", name), "");
    }

    private List<String> argv(String verb, String name) {
        return List.of(program, verb, "application", "openkiro", "key", name);
    }
}
