package kiro.draft;

import java.util.List;
import kiro.agent.PromptTexts;
import kiro.model.TaggedText;
import kiro.model.ToolSpec;
import kiro.steering.SteeringFile;
import kiro.steering.project.ProjectSteering;
import kiro.steering.sentence.Judged;

/// Asks a model for rules of sentences that have no form. What it proposes passes what the rules of people pass, with
/// examples of both kinds; else it is left out.
public final class RuleDrafting {
    private final Asker asker;
    private final Trial trial;
    private final PromptTexts texts = new PromptTexts();

    public RuleDrafting(Asker asker, Trial trial) {
        this.asker = asker;
        this.trial = trial;
    }

    /// The steering of a project as it would be with another text in a file.
    @FunctionalInterface
    public interface Trial {
        ProjectSteering with(SteeringFile file, String body);
    }

    /// What came of asking.
    public sealed interface Drafts {
        /// @param problems of those that are left out
        record Passed(List<RuleDraft> drafts, List<String> problems) implements Drafts {
            public Passed {
                drafts = List.copyOf(drafts);
                problems = List.copyOf(problems);
            }
        }

        record Nothing(String reason) implements Drafts {}
    }

    /// @param sentences of the file, for which there is no rule
    public Drafts of(SteeringFile file, List<Judged> sentences) throws InterruptedException {
        return switch (asker.ask(question(sentences), new RuleJudge(file, sentences, trial))) {
            case Asker.Outcome.Passed<List<RuleDraft>> passed ->
                    new Drafts.Passed(passed.value(), List.of());
            case Asker.Outcome.Partly<List<RuleDraft>> partly ->
                    new Drafts.Passed(partly.value(), partly.problems());
            case Asker.Outcome.Failed<List<RuleDraft>> failed ->
                    new Drafts.Nothing(failed.reason());
        };
    }

    private Question question(List<Judged> sentences) {
        var listed = new StringBuilder();
        for (int i = 0; i < sentences.size(); i++) {
            listed.append("%d. %s\n".formatted(i + 1, sentences.get(i).text()));
        }
        return new Question(
                texts.text("draft/rules_system.md"),
                TaggedText.of("sentences", listed.toString()).render()
                        + texts.text("draft/propose_rules.md"),
                new ToolSpec(
                        "propose_rules",
                        "Proposes rules for sentences of a team's policy.",
                        texts.text("draft/propose_rules.schema.json")));
    }
}
