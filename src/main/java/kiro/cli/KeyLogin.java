package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.auth.KeyStore;
import kiro.config.Config;
import kiro.config.ConfigValue;
import kiro.secret.Secret;

/// Signs in with the key of a model: asks for it, has its service look at it, and keeps it.
final class KeyLogin {
    /// What can be sent as a header.
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,4096}");

    private final Console console;
    private final AuthAccess access;
    private final boolean isChecked;

    /// @param isChecked whether the service is asked before the key is kept
    KeyLogin(Console console, AuthAccess access, boolean isChecked) {
        this.console = console;
        this.access = access;
        this.isChecked = isChecked;
    }

    ExitCode run(KeyProvider provider, Config config) throws IOException, InterruptedException {
        Optional<String> typed =
                console.isInteractive()
                        ? console.askHidden("key of %s: ".formatted(provider.words()))
                        : console.read().map(String::strip);
        if (typed.filter(text -> !text.isBlank()).isEmpty()) {
            console.problem("auth/no-key", "no key was given", "type it, or pipe it in");
            return ExitCode.DENIED;
        }
        if (!KEY.matcher(typed.get()).matches()) {
            console.problem(
                    "auth/not-a-key",
                    "what was given has a character that no key has",
                    "copy the key again, in one line");
            return ExitCode.FINDINGS;
        }
        Secret key = Secret.of(typed.get());
        return isRefused(provider, config, key) ? ExitCode.FINDINGS : keep(provider, config, key);
    }

    private boolean isRefused(KeyProvider provider, Config config, Secret key)
            throws InterruptedException {
        if (!isChecked) {
            return false;
        }
        return switch (access.check(config, provider, key)) {
            case AuthAccess.Checked.Taken _ -> false;
            case AuthAccess.Checked.Unknown(String message) -> {
                console.note(
                        "not checked: %s; 'kiro models test' says whether the key works"
                                .formatted(key.mask(message)));
                yield false;
            }
            case AuthAccess.Checked.Refused(String message) -> {
                console.problem(
                        "auth/key-refused",
                        "the key is not kept: " + key.mask(message),
                        "copy the key again, or make another one; --no-check keeps it all the same");
                yield true;
            }
        };
    }

    private ExitCode keep(KeyProvider provider, Config config, Secret key)
            throws IOException, InterruptedException {
        String name = "the key of " + provider.words();
        return switch (access.keys().keep(provider.setting(), key)) {
            case KeyStore.Keeping.Refused(String message, String fix) -> {
                console.problem("auth/not-kept", name + " is not kept: " + message, fix);
                yield ExitCode.FINDINGS;
            }
            case KeyStore.Keeping.InKeyring(String place) -> {
                console.print(name + " is kept in " + place);
                yield told(provider, config);
            }
            case KeyStore.Keeping.InFile(String file, String why) -> {
                console.print(
                        "%s is kept in %s, which you alone can read: %s"
                                .formatted(name, file, why));
                yield told(provider, config);
            }
        };
    }

    /// A key that stands elsewhere goes before the one that was given.
    private ExitCode told(KeyProvider provider, Config config) {
        Optional<ConfigValue> stronger = config.own(provider.setting());
        stronger.ifPresent(each ->
                console.note(
                        "warning: the key of %s goes before it: take it out there to use this one"
                                .formatted(each.origin())));
        return ExitCode.OK;
    }
}
