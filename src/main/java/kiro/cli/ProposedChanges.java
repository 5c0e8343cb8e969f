package kiro.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kiro.draft.Asker;
import kiro.draft.Change;
import kiro.draft.Improvement;
import kiro.spec.Spec;
import kiro.spec.SpecStore;
import kiro.spec.rule.SpecCheck;
import kiro.workspace.Workspace;

/// Asks a model for better words for a spec's criteria, shows them, and writes those that a person wants, marked.
final class ProposedChanges {
    private static final String ALL = "all";

    private final Console console;
    private final SpecModels models;
    private final Workspace workspace;
    private final Consumer<String> told;

    /// @param told what is proposed and written
    ProposedChanges(
            Console console, SpecModels models, Workspace workspace, Consumer<String> told) {
        this.console = console;
        this.models = models;
        this.workspace = workspace;
        this.told = told;
    }

    /// What came of it.
    ///
    /// @param changes that pass, written or not
    record Result(ExitCode ended, List<Change> changes, boolean isWritten) {
        Result {
            changes = List.copyOf(changes);
        }

        static Result ended(ExitCode code) {
            return new Result(code, List.of(), false);
        }
    }

    /// @param accept `all` where they are written without asking
    Result propose(Spec spec, SpecCheck check, Optional<String> model, Optional<String> accept)
            throws IOException, InterruptedException {
        if (accept.filter(words -> !words.strip().equalsIgnoreCase(ALL)).isPresent()) {
            console.problem(
                    "cli/usage",
                    "which proposals '%s' would be is not known before they are made"
                            .formatted(accept.get()),
                    "--propose --accept all, or choose at a terminal");
            return Result.ended(ExitCode.USAGE);
        }
        switch (models.open(workspace, model)) {
            case SpecModels.Opening.Broken broken -> console.findings(broken.findings());
            case SpecModels.Opening.Unusable unusable ->
                    console.problem(
                            unusable.problem().code(),
                            unusable.problem().message(),
                            unusable.problem().fix());
            case SpecModels.Opening.None none ->
                    console.problem(
                            "model/none",
                            none.reason() + ", so nothing is proposed",
                            "set one: docs/guide/models.md says how");
            case SpecModels.Opening.Opened opened -> {
                opened.remarks().forEach(console::note);
                try {
                    return asked(spec, check, opened.asker().apply(console::status), accept);
                } finally {
                    console.clearStatus();
                    opened.ending().run();
                }
            }
        }
        return Result.ended(ExitCode.FINDINGS);
    }

    private Result asked(Spec spec, SpecCheck check, Asker asker, Optional<String> accept)
            throws IOException, InterruptedException {
        var improvement = new Improvement(asker, check);
        Improvement.Proposals proposals = improvement.of(spec);
        console.clearStatus();
        return switch (proposals) {
            case Improvement.Proposals.Nothing nothing -> {
                console.problem(
                        "model/no-proposal",
                        "%s proposed nothing that can stand: %s"
                                .formatted(asker.model(), nothing.reason()),
                        "call the command again, or without --propose");
                yield Result.ended(ExitCode.PROVIDER);
            }
            case Improvement.Proposals.Passed passed -> {
                show(spec, asker, passed);
                List<Change> chosen = chosen(passed.changes(), accept);
                if (!chosen.isEmpty()) {
                    new SpecStore(workspace).write(spec, improvement.written(spec, chosen));
                    told.accept(
                            "%s written to %s, marked as proposed"
                                    .formatted(Counted.of(chosen.size(), "proposal"), spec.path()));
                }
                yield new Result(ExitCode.OK, passed.changes(), !chosen.isEmpty());
            }
        };
    }

    private void show(Spec spec, Asker asker, Improvement.Proposals.Passed passed) {
        told.accept(
                passed.changes().isEmpty()
                        ? "%s proposes nothing for %s".formatted(asker.model(), spec.name())
                        : "proposed by %s for %s:".formatted(asker.model(), spec.name()));
        for (int i = 0; i < passed.changes().size(); i++) {
            switch (passed.changes().get(i)) {
                case Change.Reworded reworded -> {
                    told.accept("  %2d  %s: %s".formatted(i + 1, reworded.id(), reworded.words()));
                    told.accept("      in place of: %s".formatted(reworded.before()));
                }
                case Change.Added added -> {
                    told.accept("  %2d  %s".formatted(i + 1, added.words()));
                    told.accept("      because of: %s".formatted(added.because()));
                }
            }
        }
        if (!passed.refused().isEmpty()) {
            told.accept("proposed and left out, as it breaks a rule:");
            passed.refused()
                    .forEach(each ->
                            told.accept("  '%s': %s".formatted(each.words(), each.reason())));
        }
    }

    private List<Change> chosen(List<Change> changes, Optional<String> accept)
            throws InterruptedException {
        if (accept.isPresent() || changes.isEmpty()) {
            return changes;
        }
        if (!console.isInteractive()) {
            told.accept("  nothing is written: add --accept all to the same call");
            return List.of();
        }
        Optional<String> answer =
                console.ask("write which? all, numbers as in 1,3-5, or Enter for none: ");
        Optional<SuggestionChoice> choice =
                answer.filter(words -> !words.isEmpty()).flatMap(SuggestionChoice::parse);
        boolean isUsable =
                choice.filter(each -> each.unknown(changes.size()).isEmpty()).isPresent();
        if (!isUsable) {
            console.note("nothing is written");
            return List.of();
        }
        var chosen = new ArrayList<Change>();
        for (int i = 0; i < changes.size(); i++) {
            if (choice.get().isAll() || choice.get().numbers().contains(i + 1)) {
                chosen.add(changes.get(i));
            }
        }
        return chosen;
    }
}
