package kiro.auth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kiro.process.CommandRunner;
import kiro.process.OutsidePath;
import kiro.process.ProgramFinder;
import kiro.secret.Secret;

/// The place in which the person's system keeps secrets.
interface Keyring {
    /// As messages name it.
    String words();

    /// Keeps a key in the place of one of the same name.
    ///
    /// @return why that did not go; empty where it did
    Optional<String> keep(String name, Secret key) throws InterruptedException;

    Optional<Secret> find(String name) throws InterruptedException;

    /// Forgets a key, where there is one.
    void forget(String name) throws InterruptedException;

    /// The keyring of a system; empty where it has none that a program reaches.
    ///
    /// @param system the name of the operating system as Java has it
    static Optional<Keyring> of(Map<String, String> environment, String system, Path home) {
        Optional<String> path =
                Optional.of(
                        OutsidePath.of(
                                Optional.ofNullable(environment.get("PATH")),
                                Path.of(environment.getOrDefault("PWD", "/none"))));
        var tools =
                new ToolCall(
                        new CommandRunner(environment, home),
                        Optional.ofNullable(home.toAbsolutePath().getRoot()).orElse(home));
        if (system.startsWith("Mac")) {
            return ProgramFinder.find("security", path)
                    .map(program -> new MacKeychain(tools, program.toString()));
        }
        return hasBus(environment)
                ? ProgramFinder.find("secret-tool", path)
                        .map(program -> new SecretService(tools, program.toString()))
                : Optional.empty();
    }

    /// Without a session bus nobody is there to keep anything, and asking for one would start one.
    private static boolean hasBus(Map<String, String> environment) {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        return !environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank()
                || (!runtime.isBlank() && Files.exists(Path.of(runtime, "bus")));
    }
}
