package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kiro auth logout`: forgets what a person is signed in with.
@Command(
        name = "logout",
        description = {
            "Forgets what you signed in with by 'kiro auth login': one thing, or all of it.",
            "What others keep, the environment and your settings among them, stays.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro auth logout anthropic",
            "  kiro auth logout --all",
            "",
            "Exit codes: 0 forgotten, or there was nothing, 64 the command line is wrong."
        })
public final class AuthLogoutCommand implements Callable<Integer> {
    private final Console console;
    private final AuthAccess access;

    @Parameters(arity = "0..1", paramLabel = "WHAT", description = "anthropic or openai.")
    private Optional<String> what = Optional.empty();

    @Option(names = "--all", description = "Forget all of it.")
    private boolean isAll;

    public AuthLogoutCommand(Console console, AuthAccess access) {
        this.console = console;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<KeyProvider> named = what.flatMap(KeyProvider::of);
        if (what.isPresent() == isAll || (what.isPresent() && named.isEmpty())) {
            console.problem(
                    "cli/usage",
                    what.isPresent() && !isAll
                            ? "nobody signs in with '%s'".formatted(what.get())
                            : "say what to forget",
                    "name anthropic or openai, or give --all");
            return ExitCode.USAGE.number();
        }
        List<KeyProvider> forgotten = new ArrayList<>();
        for (KeyProvider each :
                named.map(List::of).orElseGet(() -> List.of(KeyProvider.values()))) {
            if (access.keys().forget(each.setting())) {
                console.print("the key of %s is forgotten".formatted(each.words()));
                forgotten.add(each);
            }
        }
        if (forgotten.isEmpty()) {
            console.print(
                    "there was nothing to forget%s"
                            .formatted(named.map(each -> " of " + each.words()).orElse("")));
        }
        return ExitCode.OK.number();
    }
}
