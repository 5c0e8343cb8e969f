package kiro.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kiro.config.Config;
import kiro.model.Prices;
import kiro.session.LogReading;
import kiro.session.SessionId;
import kiro.session.Sessions;
import kiro.session.Spent;
import kiro.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `kiro usage`: the tokens and the money that the runs of this workspace have used.
@Command(
        name = "usage",
        description = {
            "Sums up the tokens that the runs of the agent in this workspace have used, and what they cost at the prices that are"
                    + " known: a price that is not known is not taken for 0.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro usage",
            "  kiro usage --by model --since 2026-11-01",
            "  kiro usage --by task --csv > usage.csv",
            "  kiro usage aws                # what AWS billed for Amazon Bedrock",
            "",
            "Exit codes: 0 summed up, 1 there is no .kiro folder, or a file of settings has to be repaired."
        })
public final class UsageCommand implements Callable<Integer> {
    private final Console console;
    private final Projects projects;
    private final ConfigAccess settings;
    private final ShownText shown;

    @Option(
            names = "--by",
            paramLabel = "KIND",
            description =
                    "Sum up by day, spec, model, task or session; by day where it is not given.")
    private String by = "day";

    @Option(names = "--since", paramLabel = "DATE", description = "From this day on: 2026-11-01.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "DATE", description = "Up to this day, and with it.")
    private @Nullable String until;

    @Option(names = "--json", description = "Print the sums as JSON.")
    private boolean isJson;

    @Option(names = "--csv", description = "Print the sums as comma-separated values.")
    private boolean isCsv;

    public UsageCommand(
            Console console, Workspaces workspaces, ConfigAccess settings, ShownText shown) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.settings = settings;
        this.shown = shown;
    }

    /// The days that count, both with them.
    private record Days(LocalDate first, LocalDate last) {
        boolean include(Spent spent) {
            LocalDate day = UsageSums.day(spent);
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    @Override
    public Integer call() throws IOException {
        Optional<UsageSums.Kind> kind =
                Stream.of(UsageSums.Kind.values())
                        .filter(each -> each.word().equals(by.toLowerCase(Locale.ROOT)))
                        .findFirst();
        if (kind.isEmpty()) {
            return usage(
                    "there is no '--by " + by + "'", "sum up by day, spec, model, task or session");
        }
        if (isJson && isCsv) {
            return usage("--json and --csv are two forms", "give one of them");
        }
        Optional<LocalDate> first = day(since, LocalDate.MIN);
        Optional<LocalDate> last = day(until, LocalDate.MAX);
        if (first.isEmpty() || last.isEmpty()) {
            return usage(
                    "'%s' is no day".formatted(first.isEmpty() ? since : until),
                    "write it as in 2026-11-01");
        }
        Optional<Workspace> workspace = projects.current();
        return workspace.isEmpty()
                ? ExitCode.FINDINGS.number()
                : sum(workspace.get(), kind.get(), new Days(first.get(), last.get()));
    }

    private int sum(Workspace workspace, UsageSums.Kind kind, Days days) throws IOException {
        return switch (settings.read(workspace)) {
            case Config.Reading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case Config.Reading.Whole whole -> {
                Prices prices = Prices.of(whole.config());
                var sums = new UsageSums(kind, prices::of);
                List<String> damage = read(new Sessions(workspace), days, sums);
                print(kind, sums);
                damage.forEach(console::note);
                yield ExitCode.OK.number();
            }
        };
    }

    private static List<String> read(Sessions sessions, Days days, UsageSums sums)
            throws IOException {
        var damage = new ArrayList<String>();
        for (SessionId id : sessions.ids()) {
            LogReading log = sessions.read(id);
            Spent.of(log).stream().filter(days::include).forEach(spent -> sums.add(id, spent));
            log.damage().forEach(place -> damage.add("warning: the log of " + id + ": " + place));
        }
        return damage;
    }

    private void print(UsageSums.Kind kind, UsageSums sums) {
        var text = new UsageText(kind, sums, shown);
        if (isJson) {
            console.print(text.json());
        } else if (isCsv) {
            console.print(text.csv());
        } else if (sums.rows().isEmpty()) {
            console.print(
                    "no model was asked yet"
                            + (since == null && until == null ? "" : " in these days"));
        } else {
            console.print(text.table(console.width()));
            if (sums.all().unpriced() > 0) {
                console.note(
                        "%,d tokens are of models whose price is not known: set price.input and price.output"
                                .formatted(sums.all().unpriced()));
            }
        }
    }

    private static Optional<LocalDate> day(@Nullable String text, LocalDate otherwise) {
        try {
            return Optional.of(text == null ? otherwise : LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private int usage(String message, String fix) {
        console.problem("cli/usage", message, fix);
        return ExitCode.USAGE.number();
    }
}
