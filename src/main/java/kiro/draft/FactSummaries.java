package kiro.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.agent.PromptTexts;
import kiro.memory.Fact;
import kiro.memory.FactSummary;
import kiro.model.TaggedText;
import kiro.model.ToolSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a model to say in a sentence or two what several facts say together. A summary names the facts that it rests on and
/// says no number, code or name that stands in none of them.
public final class FactSummaries {
    private static final int LONGEST = 300;
    private static final int MOST = 20;

    private final Asker asker;
    private final PromptTexts texts = new PromptTexts();

    public FactSummaries(Asker asker) {
        this.asker = asker;
    }

    /// What came of asking.
    public sealed interface Summaries {
        /// @param problems of those that are left out
        record Passed(List<FactSummary> summaries, List<String> problems) implements Summaries {
            public Passed {
                summaries = List.copyOf(summaries);
                problems = List.copyOf(problems);
            }
        }

        record Nothing(String reason) implements Summaries {}
    }

    public Summaries of(List<Fact> facts) throws InterruptedException {
        return switch (asker.ask(question(facts), arguments -> judge(arguments, facts))) {
            case Asker.Outcome.Passed<List<FactSummary>> passed ->
                    new Summaries.Passed(passed.value(), List.of());
            case Asker.Outcome.Partly<List<FactSummary>> partly ->
                    new Summaries.Passed(partly.value(), partly.problems());
            case Asker.Outcome.Failed<List<FactSummary>> failed ->
                    new Summaries.Nothing(failed.reason());
        };
    }

    private Question question(List<Fact> facts) {
        String listed =
                facts.stream()
                        .map(fact -> "%s %s".formatted(fact.id(), fact.line().substring(2)))
                        .collect(Collectors.joining("\n"));
        return new Question(
                texts.text("draft/summaries_system.md"),
                TaggedText.of("facts", listed).render() + texts.text("draft/propose_summaries.md"),
                new ToolSpec(
                        "propose_summaries",
                        "Proposes summaries of what is known of a project.",
                        texts.text("draft/propose_summaries.schema.json")));
    }

    private static Judge.Judgement<List<FactSummary>> judge(String arguments, List<Fact> facts) {
        Map<String, Fact> known =
                facts.stream().collect(Collectors.toMap(fact -> fact.id().value(), fact -> fact));
        var passed = new ArrayList<FactSummary>();
        var problems = new ArrayList<String>();
        for (JsonNode each : summaries(arguments, problems)) {
            String text = each.path("text").asString("").replaceAll("\\s+", " ").strip();
            var ids = new LinkedHashSet<String>();
            each.path("facts").forEach(id -> ids.add(id.asString("")));
            List<Fact> of = ids.stream().filter(known::containsKey).map(known::get).toList();
            Optional<String> fault =
                    of.size() < ids.size()
                            ? Optional.of("it names facts that there are not")
                            : fault(text, of);
            if (fault.isPresent()) {
                problems.add("'%s': %s".formatted(text, fault.get()));
            } else if (passed.size() < MOST) {
                passed.add(new FactSummary(text, of));
            }
        }
        return problems.isEmpty()
                ? new Judge.Judgement.Good<>(passed)
                : new Judge.Judgement.Faulty<>(
                        passed.isEmpty() ? Optional.empty() : Optional.of(passed), problems);
    }

    private static JsonNode summaries(String arguments, List<String> problems) {
        try {
            return JsonMapper.shared().readTree(arguments).path("summaries");
        } catch (JacksonException malformed) {
            problems.add("the arguments are no JSON: " + malformed.getOriginalMessage());
            return JsonMapper.shared().createArrayNode();
        }
    }

    private static Optional<String> fault(String text, List<Fact> of) {
        if (of.size() < 2) {
            return Optional.of("it sums up less than two facts");
        }
        if (text.length() < 12 || text.length() > LONGEST) {
            return Optional.of("it has not between 12 and %d characters".formatted(LONGEST));
        }
        if (FactSummary.isInstruction(text)) {
            return Optional.of("it wants something of an agent, and a fact tells of the project");
        }
        Set<String> added =
                AddedNames.in(text, of.stream().map(Fact::text).collect(Collectors.joining("\n")));
        return added.isEmpty()
                ? Optional.empty()
                : Optional.of("%s stands in none of its facts".formatted(String.join(", ", added)));
    }
}
