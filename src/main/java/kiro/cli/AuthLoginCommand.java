package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kiro.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/// `kiro auth login`: signs in, and keeps what was given.
@Command(
        name = "login",
        description = {
            "Signs in with the key of a model's service. The key is typed without being shown, or read from standard input: an"
                    + " argument could be read by others, and stays in the shell's history. Its service is asked whether it takes it, and"
                    + " then it is kept in the system's keyring where there is one, else in a file that you alone can read.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro auth login --anthropic",
            "  kiro auth login --openai < key.txt",
            "",
            "Exit codes: 0 signed in, 1 not, 3 nothing was given, 64 the command line is wrong."
        })
public final class AuthLoginCommand implements Callable<Integer> {
    private static final String NONE = "";

    private final Console console;
    private final Workspaces workspaces;
    private final AuthAccess access;

    @Option(
            names = "--anthropic",
            arity = "0..1",
            fallbackValue = NONE,
            hideParamSyntax = true,
            description = "Sign in with a key of Anthropic.")
    private Optional<String> anthropic = Optional.empty();

    @Option(
            names = "--openai",
            arity = "0..1",
            fallbackValue = NONE,
            hideParamSyntax = true,
            description =
                    "Sign in with a key of OpenAI, or of the server that openai.base-url names.")
    private Optional<String> openai = Optional.empty();

    @Option(
            names = "--no-check",
            description = "Keep a key without asking its service whether it takes it.")
    private boolean isUnchecked;

    /// A key that is given as an argument must not be told to anybody, as picocli's own message would.
    @Unmatched private List<String> rest = new ArrayList<>();

    public AuthLoginCommand(Console console, Workspaces workspaces, AuthAccess access) {
        this.console = console;
        this.workspaces = workspaces;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Problem> wrong = wrong();
        if (wrong.isPresent()) {
            console.problem(wrong.get().code(), wrong.get().message(), wrong.get().fix());
            return ExitCode.USAGE.number();
        }
        return switch (access.read(workspaces.current())) {
            case Config.Reading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case Config.Reading.Whole whole -> login(whole.config()).number();
        };
    }

    private ExitCode login(Config config) throws IOException, InterruptedException {
        return new KeyLogin(console, access, !isUnchecked)
                .run(anthropic.isPresent() ? KeyProvider.ANTHROPIC : KeyProvider.OPENAI, config);
    }

    private Optional<Problem> wrong() {
        boolean isGiven =
                isGiven(anthropic)
                        || isGiven(openai)
                        || rest.stream().anyMatch(each -> !each.startsWith("-"));
        if (isGiven) {
            return Optional.of(
                    new Problem(
                            "auth/visible-key",
                            "a key on the command line can be read by others, and stays in the shell's history",
                            "take it out of the history, leave it out, and type it when it is asked for, or pipe it in"));
        }
        Optional<String> unknown =
                rest.stream().map(each -> each.replaceFirst("=.*", "")).findFirst();
        if (unknown.isPresent()) {
            return Optional.of(
                    new Problem(
                            "cli/usage",
                            "unknown option: '%s'".formatted(unknown.get()),
                            "see 'kiro auth login --help'"));
        }
        return anthropic.isPresent() == openai.isPresent()
                ? Optional.of(
                        new Problem(
                                "cli/usage",
                                "say what to sign in with, one thing at a time",
                                "add --anthropic or --openai"))
                : Optional.empty();
    }

    private static boolean isGiven(Optional<String> value) {
        return value.filter(text -> !text.equals(NONE)).isPresent();
    }
}
