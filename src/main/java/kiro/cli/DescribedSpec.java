package kiro.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import kiro.config.Config;
import kiro.draft.Asker;
import kiro.draft.Brief;
import kiro.draft.Described;
import kiro.draft.Drafted;
import kiro.draft.TemplateDrafting;
import kiro.finding.Finding;
import kiro.spec.TemplateValues;
import kiro.spec.rule.RuleLevels;
import kiro.spec.rule.SpecCheck;
import kiro.workspace.Workspace;

/// Fills in a template from what a person says is wanted: with the words of a model where one is configured, and
/// else with the person's own where the overview stands.
final class DescribedSpec {
    private static final int LONGEST = 20_000;

    private final Console console;
    private final SpecModels models;
    private final ProjectSettings settings;

    DescribedSpec(Console console, SpecModels models, ProjectSettings settings) {
        this.console = console;
        this.models = models;
        this.settings = settings;
    }

    /// What came of it.
    sealed interface Filling {
        /// @param texts of the spec's files, by their names
        /// @param ended 0, or why it is less than was asked for
        record Filled(
                SequencedMap<String, String> texts,
                Optional<Created.Proposed> proposed,
                ExitCode ended)
                implements Filling {}

        record Refused(List<Finding> findings) implements Filling {
            public Refused {
                findings = List.copyOf(findings);
            }
        }

        record Stopped(Problem problem, ExitCode ended) implements Filling {}
    }

    /// The description as it is given, or as it is piped in for `-`.
    Optional<String> description(String given) throws IOException {
        String text = given.equals("-") ? console.input().strip() : given.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            console.problem(
                    "spec/no-description",
                    text.isEmpty()
                            ? "--from says nothing"
                            : "--from says more than %d characters".formatted(LONGEST),
                    "say in a sentence or a page what is wanted");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    Filling fill(Workspace workspace, Brief brief, Optional<String> model)
            throws InterruptedException {
        return switch (models.open(workspace, model)) {
            case SpecModels.Opening.Broken broken -> new Filling.Refused(broken.findings());
            case SpecModels.Opening.Unusable unusable ->
                    new Filling.Stopped(unusable.problem(), ExitCode.FINDINGS);
            case SpecModels.Opening.None none -> {
                console.note(
                        none.reason()
                                + ": the description stands in the overview, the rest is left to fill in");
                yield byHand(brief, ExitCode.OK);
            }
            case SpecModels.Opening.Opened opened -> {
                opened.remarks().forEach(console::note);
                try {
                    yield asked(workspace, brief, opened.asker().apply(console::status));
                } finally {
                    console.clearStatus();
                    opened.ending().run();
                }
            }
        };
    }

    private Filling asked(Workspace workspace, Brief brief, Asker asker)
            throws InterruptedException {
        var drafting = new TemplateDrafting(asker, new SpecCheck(levels(workspace)));
        Filling filling =
                switch (drafting.values(brief)) {
                    case TemplateDrafting.Values.Nothing nothing ->
                            withoutModel(brief, asker, nothing.reason());
                    case TemplateDrafting.Values.Chosen chosen ->
                            asked(brief.with(chosen.values()), drafting, asker);
                };
        if (asker.usage().total() > 0) {
            console.note("%s used %d tokens".formatted(asker.model(), asker.usage().total()));
        }
        return filling;
    }

    private Filling asked(Brief brief, TemplateDrafting drafting, Asker asker)
            throws InterruptedException {
        List<Finding> missing = TemplateValues.missing(brief.template(), brief.values());
        if (!missing.isEmpty()) {
            return new Filling.Refused(missing);
        }
        return switch (drafting.draft(brief)) {
            case Drafted.Nothing nothing -> withoutModel(brief, asker, nothing.reason());
            case Drafted.Proposed proposed ->
                    new Filling.Filled(
                            proposed.texts(),
                            Optional.of(new Created.Proposed(asker.model(), proposed)),
                            ExitCode.OK);
        };
    }

    private Filling withoutModel(Brief brief, Asker asker, String reason) {
        console.problem(
                "model/no-proposal",
                "%s proposed nothing that can stand: %s".formatted(asker.model(), reason),
                "fill in what is left open, or delete the spec and call the command again");
        return byHand(brief, ExitCode.PROVIDER);
    }

    private static Filling byHand(Brief brief, ExitCode ended) {
        List<Finding> missing = TemplateValues.missing(brief.template(), brief.values());
        return missing.isEmpty()
                ? new Filling.Filled(Described.texts(brief), Optional.empty(), ended)
                : new Filling.Refused(missing);
    }

    private RuleLevels levels(Workspace workspace) {
        return switch (settings.read(workspace)) {
            case Config.Reading.Broken _ -> RuleLevels.standard();
            case Config.Reading.Whole whole -> ChosenLevels.of(whole.config()).levels();
        };
    }
}
