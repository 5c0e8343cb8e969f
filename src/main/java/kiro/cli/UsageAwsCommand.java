package kiro.cli;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kiro.aws.Bill;
import kiro.aws.BillStore;
import kiro.aws.CostExplorer;
import kiro.aws.Spending;
import kiro.config.Config;
import kiro.model.Prices;
import kiro.session.SessionId;
import kiro.session.Sessions;
import kiro.session.Spent;
import kiro.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `kiro usage aws`: what AWS billed for Amazon Bedrock, beside what the runs of this workspace counted.
@Command(
        name = "aws",
        description = {
            "Shows what AWS billed for Amazon Bedrock in the last 36 days, beside what the runs of this workspace counted"
                    + " themselves, and whether the last 7 days cost more than they should.",
            "",
            "AWS is asked once a day, for a cent a page of the answer; what it said is kept in ~/.kiro/costs.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  kiro usage aws",
            "  kiro usage aws --by session --since 2026-11-01",
            "  kiro usage aws --json --refresh",
            "",
            "Exit codes: 0 looked at, 1 there is no .kiro folder, or a file of settings has to be repaired, 4 the last 7"
                    + " days cost more than the alert allows, 5 AWS did not tell what it billed."
        })
public final class UsageAwsCommand implements Callable<Integer> {
    private static final String BEDROCK = "bedrock/";
    private static final Duration FRESH = Duration.ofDays(1);

    /// Those of the baseline, those that are held against it, and the one that is not over.
    private static final int DAYS = Spending.DAYS_BEFORE + Spending.DAYS + 1;

    private final Console console;
    private final Projects projects;
    private final BillAccess access;
    private final ShownText shown;

    @Option(
            names = "--by",
            paramLabel = "KIND",
            description = "By day, session or model; by day where it is not given.")
    private String by = "day";

    @Option(names = "--since", paramLabel = "DATE", description = "From this day on: 2026-11-01.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "DATE", description = "Up to this day, and with it.")
    private @Nullable String until;

    @Option(names = "--refresh", description = "Ask AWS again, though it was asked within a day.")
    private boolean isRefresh;

    @Option(names = "--json", description = "Print the bill as JSON.")
    private boolean isJson;

    public UsageAwsCommand(
            Console console, Workspaces workspaces, BillAccess access, ShownText shown) {
        this.console = console;
        this.projects = new Projects(console, workspaces);
        this.access = access;
        this.shown = shown;
    }

    /// What is known of the bill.
    ///
    /// @param kept the newest that is known, if any is
    /// @param failure why AWS did not tell it now
    private record Known(Optional<BillStore.Kept> kept, Optional<Problem> failure) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<BillRows.Kind> kind =
                Stream.of(BillRows.Kind.values())
                        .filter(each -> each.word().equals(by.toLowerCase(Locale.ROOT)))
                        .findFirst();
        if (kind.isEmpty()) {
            return usage("there is no '--by " + by + "'", "choose day, session or model");
        }
        LocalDate today = LocalDate.ofInstant(access.now(), ZoneOffset.UTC);
        Optional<LocalDate> first = day(since, today.minusDays(DAYS - 1));
        Optional<LocalDate> last = day(until, today);
        if (first.isEmpty() || last.isEmpty()) {
            return usage(
                    "'%s' is no day".formatted(first.isEmpty() ? since : until),
                    "write it as in 2026-11-01");
        }
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        return switch (access.read(workspace.get())) {
            case Config.Reading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case Config.Reading.Whole whole -> {
                Known known = known(whole.config(), today);
                var days = new BillRows.Days(first.get(), last.get());
                Optional<UsageSums> own =
                        counted(workspace.get(), whole.config(), kind.get(), days);
                yield show(known, whole.config(), kind.get(), days, own);
            }
        };
    }

    private Known known(Config config, LocalDate today) throws InterruptedException {
        BillStore store = access.bills(config);
        Optional<BillStore.Kept> kept = store.read();
        if (!isRefresh && kept.filter(this::isFresh).isPresent()) {
            return new Known(kept, Optional.empty());
        }
        try (CostExplorer explorer = access.explorer(config)) {
            return switch (explorer.ask(today.minusDays(DAYS - 1), today, access.tag(config))) {
                case CostExplorer.Answer.Billed(Bill bill) -> {
                    var fresh = new BillStore.Kept(bill, access.now());
                    keep(store, fresh);
                    yield new Known(Optional.of(fresh), Optional.empty());
                }
                case CostExplorer.Answer.Failed(String message, String fix) ->
                        new Known(
                                kept,
                                Optional.of(new Problem("cost/unknown", shown.of(message), fix)));
            };
        }
    }

    private boolean isFresh(BillStore.Kept kept) {
        Duration age = Duration.between(kept.asked(), access.now());
        return !age.isNegative() && age.compareTo(FRESH) < 0;
    }

    /// What cannot be kept is asked for again the next time.
    private void keep(BillStore store, BillStore.Kept fresh) {
        try {
            store.keep(fresh);
        } catch (IOException unwritable) {
            console.note(
                    "warning: %s cannot be written, and AWS is asked again the next time: %s"
                            .formatted(store.file(), unwritable.getMessage()));
        }
    }

    /// By which kind this program's own sums stand beside the bill's.
    private static Optional<UsageSums.Kind> own(BillRows.Kind kind) {
        return switch (kind) {
            case DAY -> Optional.of(UsageSums.Kind.DAY);
            case SESSION -> Optional.of(UsageSums.Kind.SESSION);
            case MODEL -> Optional.empty();
        };
    }

    private Optional<UsageSums> counted(
            Workspace workspace, Config config, BillRows.Kind kind, BillRows.Days days)
            throws IOException {
        Optional<UsageSums.Kind> own = own(kind);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Prices prices = Prices.of(config);
        var sums = new UsageSums(own.get(), prices::of);
        var sessions = new Sessions(workspace);
        for (SessionId id : sessions.ids()) {
            Spent.of(sessions.read(id)).stream()
                    .filter(spent -> spent.model().filter(this::isOnBedrock).isPresent())
                    .filter(spent -> days.include(UsageSums.day(spent)))
                    .forEach(spent -> sums.add(id, spent));
        }
        return Optional.of(sums);
    }

    private boolean isOnBedrock(String model) {
        return model.startsWith(BEDROCK);
    }

    private int show(
            Known known,
            Config config,
            BillRows.Kind kind,
            BillRows.Days days,
            Optional<UsageSums> own) {
        Optional<Bill> bill = known.kept().map(BillStore.Kept::bill);
        Optional<Spending> spending = bill.flatMap(each -> Spending.of(each, config));
        var text =
                new BillText(
                        BillRows.of(kind, bill, days, own),
                        bill.map(Bill::currency).orElse("USD"),
                        shown);
        if (isJson) {
            console.print(json(text, known, config, spending).toString());
        } else {
            print(text, known, config, spending);
        }
        if (known.failure().isPresent()) {
            Problem problem = known.failure().get();
            console.problem(problem.code(), problem.message(), problem.fix());
            return ExitCode.PROVIDER.number();
        }
        if (spending.filter(Spending::isTooMuch).isPresent()) {
            console.problem(
                    "cost/alert",
                    text.sentence(spending.get()),
                    "see 'kiro usage aws --by session', limit runs with --max-cost, or set cost.baseline");
            return ExitCode.BUDGET.number();
        }
        return ExitCode.OK.number();
    }

    private void print(BillText text, Known known, Config config, Optional<Spending> spending) {
        console.print(text.table(console.width()));
        Optional<BillStore.Kept> kept = known.kept();
        if (kept.isEmpty()) {
            return;
        }
        Bill bill = kept.get().bill();
        console.note(
                "the bill of %s, as of %s; '~' may still change, and costs come up to two days late"
                        .formatted(
                                shown.of(access.bills(config).whose()),
                                When.words(kept.get().asked())));
        if (!bill.isTagged()) {
            console.note(
                    "no cost bears the tag %s, so sessions are not told apart: see 'What AWS billed' in docs/guide/models.md"
                            .formatted(shown.of(bill.tag())));
        }
        spending.filter(each -> !each.isTooMuch())
                .ifPresentOrElse(
                        each -> console.note(text.sentence(each)),
                        () -> {
                            if (spending.isEmpty()) {
                                console.note(
                                        "no baseline: fewer than 7 days before the last 7 cost anything; cost.baseline sets one");
                            }
                        });
    }

    private ObjectNode json(
            BillText text, Known known, Config config, Optional<Spending> spending) {
        ObjectNode root = text.json().put("of", shown.of(access.bills(config).whose()));
        root.put("tag", shown.of(access.tag(config)));
        known.kept()
                .ifPresent(kept ->
                        root.put("asked", kept.asked().toString())
                                .put("first", kept.bill().first().toString())
                                .put("last", kept.bill().last().toString()));
        spending.ifPresentOrElse(
                each -> root.set("alert", BillText.json(each)),
                () -> root.putObject("alert").put("state", "unknown"));
        known.failure()
                .ifPresent(problem ->
                        root.putObject("problem")
                                .put("code", problem.code())
                                .put("message", problem.message())
                                .put("fix", problem.fix()));
        return root;
    }

    private static Optional<LocalDate> day(@Nullable String text, LocalDate otherwise) {
        try {
            return Optional.of(text == null ? otherwise : LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private int usage(String message, String fix) {
        console.problem("cli/usage", message, fix);
        return ExitCode.USAGE.number();
    }
}
