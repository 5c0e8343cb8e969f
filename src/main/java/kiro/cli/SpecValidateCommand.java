package kiro.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import kiro.cli.CommandDescription.Flag;
import kiro.cli.CommandDescription.Given;
import kiro.config.Config;
import kiro.finding.Finding;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.spec.StoredSpec;
import kiro.spec.rule.RuleLevels;
import kiro.spec.rule.SpecCheck;
import kiro.workspace.Workspace;
import picocli.CommandLine.Model.CommandSpec;

/// `kiro spec validate`: says what is to be repaired in specs.
public final class SpecValidateCommand implements Callable<Integer> {
    private final Console console;
    private final Projects projects;
    private final ProjectSettings settings;
    private final CheckCache cache;
    private final SpecModels models;
    private final ValidationView view;

    private final CommandDescription description = new CommandDescription("validate", this);
    private final Given<List<String>> named =
            description.rest("SPEC", "Names or files; without any, all.");
    private final Flag strict =
            description.flag("--strict", "Let warnings fail the command as errors do.");
    private final Flag fix =
            description.flag(
                    "--fix", "Repair what has one answer only: ids, checkboxes, headings, spaces.");
    private final Given<ValidationView.Format> format =
            description.option(
                    "--format",
                    "FORMAT",
                    ValidationView.Format.class,
                    new FormatConverter(),
                    "text, json, sarif or github; text if not given.");
    private final Flag json = description.flag("--json", "The same as --format json.");
    private final Given<String> accepted =
            description.option(
                    "--accept",
                    "WHICH",
                    "Add suggested criteria to the one spec that is named, before it is checked: all, or",
                    "numbers as they are shown, as in 1,3-5. Take the marks off what was proposed or inferred:",
                    "'proposed', or the ids of criteria, as in AC-1,AC-3.");
    private final Flag uncached =
            description.flag(
                    "--no-cache", "Check every spec anew, and keep nothing for the next run.");
    private final Flag propose =
            description.flag(
                    "--propose",
                    "Ask the language model for better words for criteria of the one spec that is named, and for",
                    "those it lacks. What passes the rules is shown, and written with --accept all, or as you choose.");
    private final Given<String> model =
            description.option(
                    "--model", "MODEL", "The model for --propose; else the one of the settings.");
    private final Flag rules =
            description.flag("--rules", "List every rule with its level and an example.");

    /// @param version of this program
    public SpecValidateCommand(
            Console console,
            Workspaces workspaces,
            ProjectSettings settings,
            CheckCache cache,
            SpecModels models,
            String version) {
        this.console = console;
        this.models = models;
        this.projects = new Projects(console, workspaces);
        this.settings = settings;
        this.cache = cache;
        this.view = new ValidationView(console, version);
        description.says(
                "Checks specs: structure, ids and links, the form and the words of criteria, contradictions within",
                "and between specs. Each finding has its place, its rule and what to do about it.",
                "");
        description.endsWith(
                "",
                "Levels are chosen in .kiro/config.yaml, under spec.rules. A rule that does not apply in one place is",
                "ignored there by a comment: <!-- kiro:ignore spec/RULE reason: WHY -->",
                "",
                "Of a project of 100 specs or more, what was found is kept in the cache folder, bound to the content of the",
                "specs, the levels and this build of kiro.",
                "",
                "Examples:",
                "  kiro spec validate                              all of them, also against each other",
                "  kiro spec validate user-profile                 one by itself",
                "  kiro spec validate .kiro/specs/user-profile.md --strict",
                "  kiro spec validate --fix                        repairs what has one answer only",
                "  kiro spec validate user-profile --accept 1,3    adds two of the suggested criteria",
                "  kiro spec validate user-profile --propose       a model proposes better words for criteria",
                "  kiro spec validate user-profile --accept proposed   takes the marks off what was proposed",
                "  kiro spec validate --format sarif               for code scanning; also json, github",
                "  kiro spec validate --rules                      every rule with an example",
                "",
                "Exit codes: 0 no errors, 1 errors (with --strict: warnings too), 64 wrong use.");
    }

    /// The command as picocli takes it.
    public CommandSpec description() {
        return description.spec();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rules.isSet()) {
            view.rules();
            return ExitCode.OK.number();
        }
        Optional<Problem> wrong = wrongUse();
        if (wrong.isPresent()) {
            console.problem(wrong.get().code(), wrong.get().message(), wrong.get().fix());
            return ExitCode.USAGE.number();
        }
        Optional<Workspace> workspace = projects.current();
        if (workspace.isEmpty()) {
            return ExitCode.FINDINGS.number();
        }
        return switch (settings.read(workspace.get())) {
            case Config.Reading.Broken broken -> {
                console.findings(broken.findings());
                yield ExitCode.FINDINGS.number();
            }
            case Config.Reading.Whole whole -> validate(workspace.get(), whole);
        };
    }

    private List<String> specs() {
        return named.value().orElse(List.of());
    }

    private Optional<Problem> wrongUse() {
        if ((accepted.isGiven() || propose.isSet()) && specs().size() != 1) {
            return Optional.of(
                    new Problem(
                            "cli/usage",
                            "%s is for one spec, and %d are named"
                                    .formatted(
                                            propose.isSet() ? "--propose" : "--accept",
                                            specs().size()),
                            "name the one whose suggestions are meant"));
        }
        return model.isGiven() && !propose.isSet()
                ? Optional.of(
                        new Problem(
                                "cli/usage",
                                "--model without --propose: the rules need no model",
                                "add --propose, or leave --model out"))
                : Optional.empty();
    }

    private int validate(Workspace workspace, Config.Reading.Whole config)
            throws IOException, InterruptedException {
        console.findings(config.warnings());
        if (fix.isSet()) {
            repair(workspace);
        }
        ValidationView.Format shown =
                json.isSet()
                        ? ValidationView.Format.JSON
                        : format.value().orElse(ValidationView.Format.TEXT);
        var suggested = new SuggestedCriteria(console, workspace);
        ChosenLevels chosen = ChosenLevels.of(config.config());
        var check = new SpecCheck(chosen.levels());
        ProposedChanges.Result changed = change(workspace, suggested, check, shown);
        if (changed.ended() != ExitCode.OK) {
            return changed.ended().number();
        }
        Validation validation =
                checked(workspace, check, chosen.levels(), shown).with(chosen.findings());
        view.show(validation, changed.changes(), shown, new Lines(workspace));
        if (shown == ValidationView.Format.TEXT) {
            if (specs().isEmpty()) {
                suggested.count(validation.suggested());
            } else {
                validation.suggested().forEach(suggested::show);
            }
        }
        return (validation.fails(strict.isSet()) ? ExitCode.FINDINGS : ExitCode.OK).number();
    }

    private Validation checked(
            Workspace workspace, SpecCheck check, RuleLevels levels, ValidationView.Format shown) {
        if (specs().isEmpty()) {
            KeptChecks kept = uncached.isSet() ? KeptChecks.none() : cache.open(workspace, levels);
            return new ProjectValidation(check, kept).of(new SpecStore(workspace));
        }
        List<Validation.Part> parts =
                readings(workspace)
                        .map(each -> Validation.part(check, each, shown.hasSuggestions()))
                        .toList();
        return Validation.of(check, parts, SpecCheck.Scope.PART, List.of());
    }

    /// Adds, accepts or proposes, where that is asked for.
    private ProposedChanges.Result change(
            Workspace workspace,
            SuggestedCriteria suggested,
            SpecCheck check,
            ValidationView.Format shown)
            throws IOException, InterruptedException {
        if (!accepted.isGiven() && !propose.isSet()) {
            return ProposedChanges.Result.ended(ExitCode.OK);
        }
        Consumer<String> told =
                shown == ValidationView.Format.TEXT ? console::print : console::note;
        return switch (projects.spec(workspace, specs().getFirst())) {
            case SpecReading.Broken broken -> {
                console.findings(broken.findings());
                yield ProposedChanges.Result.ended(ExitCode.FINDINGS);
            }
            case SpecReading.Whole whole when propose.isSet() ->
                    new ProposedChanges(console, models, workspace, told)
                            .propose(whole.spec(), check, model.value(), accepted.value());
            case SpecReading.Whole whole ->
                    ProposedChanges.Result.ended(
                            Acceptance.isMeant(accepted.value().orElseThrow())
                                    ? new Acceptance(console, projects, workspace, told)
                                            .accept(whole.spec(), accepted.value().orElseThrow())
                                    : suggested.accept(
                                            whole.spec(), accepted.value().orElseThrow(), told));
        };
    }

    /// Each read when it is asked for: no more of a spec is kept than the rules need.
    private Stream<SpecReading> readings(Workspace workspace) {
        return specs().isEmpty()
                ? new SpecStore(workspace).stream().map(StoredSpec::reading)
                : specs().stream().map(each -> projects.spec(workspace, each)).distinct();
    }

    private void repair(Workspace workspace) throws IOException {
        var repair = new SpecRepair(console, workspace);
        boolean isChanged = false;
        Iterator<SpecReading> each = readings(workspace).sequential().iterator();
        while (each.hasNext()) {
            isChanged |= repair.repair(each.next());
        }
        if (!isChanged) {
            console.note("nothing to repair without asking");
        }
    }

    /// The forms by their names in lower case.
    static final class FormatConverter
            implements picocli.CommandLine.ITypeConverter<ValidationView.Format> {
        @Override
        public ValidationView.Format convert(String value) {
            for (ValidationView.Format each : ValidationView.Format.values()) {
                if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return each;
                }
            }
            throw new picocli.CommandLine.TypeConversionException(
                    "'%s' is no format: write text, json, sarif or github".formatted(value));
        }
    }

    /// The lines in which findings stand.
    private static final class Lines implements Function<Finding, String> {
        private final Workspace workspace;
        private final Map<String, List<String>> files = new HashMap<>();

        Lines(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public String apply(Finding finding) {
            List<String> lines = files.computeIfAbsent(finding.file(), this::read);
            int index = finding.span().line() - 1;
            return index < lines.size() ? lines.get(index) : "";
        }

        private List<String> read(String file) {
            return workspace
                    .resolve(file)
                    .map(workspace::absolute)
                    .filter(Files::isRegularFile)
                    .map(path -> {
                        try {
                            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                                    .lines()
                                    .toList();
                        } catch (IOException unreadable) {
                            return List.<String>of();
                        }
                    })
                    .orElse(List.of());
        }
    }
}
