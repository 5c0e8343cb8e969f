package kiro.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kiro.draft.RuleDrafting.Trial;
import kiro.finding.Finding;
import kiro.steering.SteeringFile;
import kiro.steering.project.ProjectSteering;
import kiro.steering.rule.SteeringRule;
import kiro.steering.sentence.Judged;
import kiro.steering.sentence.RuleState;
import kiro.text.Hash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether rules that a model proposes can stand: each is read and tried as if it stood in the file, with its examples, and
/// has both kinds of them.
final class RuleJudge implements Judge<List<RuleDraft>> {
    private static final Pattern ADDED = Pattern.compile("(?m)^(?:message|sentence|state):.*\\R?");

    private final SteeringFile file;
    private final List<Judged> sentences;
    private final Trial trial;

    RuleJudge(SteeringFile file, List<Judged> sentences, Trial trial) {
        this.file = file;
        this.sentences = sentences;
        this.trial = trial;
    }

    @Override
    public Judgement<List<RuleDraft>> judge(String arguments) {
        var drafts = new ArrayList<RuleDraft>();
        var problems = new ArrayList<String>();
        Set<Integer> seen = new HashSet<>();
        for (JsonNode each : rules(arguments, problems)) {
            int number = each.path("sentence").asInt(0);
            if (number < 1 || number > sentences.size() || !seen.add(number)) {
                problems.add("%d is no sentence that a rule is missing for".formatted(number));
                continue;
            }
            String yaml = each.path("rule").asString("");
            String fault = tried(sentences.get(number - 1), yaml, drafts);
            if (!fault.isEmpty()) {
                problems.add("the rule for sentence %d: %s".formatted(number, fault));
            }
        }
        return problems.isEmpty()
                ? new Judgement.Good<>(drafts)
                : new Judgement.Faulty<>(
                        drafts.isEmpty() ? Optional.empty() : Optional.of(drafts), problems);
    }

    private static JsonNode rules(String arguments, List<String> problems) {
        try {
            return JsonMapper.shared().readTree(arguments).path("rules");
        } catch (JacksonException malformed) {
            problems.add("the arguments are no JSON: " + malformed.getOriginalMessage());
            return JsonMapper.shared().createArrayNode();
        }
    }

    /// What is wrong with a rule; empty where it passes, and is then among the drafts.
    private String tried(Judged sentence, String proposed, List<RuleDraft> drafts) {
        if (proposed.contains("```")) {
            return "it has the marks of a fence in it";
        }
        String yaml =
                ADDED.matcher(proposed.strip()).replaceAll("").strip()
                        + "\nmessage: %s\nsentence: %s\n"
                                .formatted(
                                        JsonMapper.shared().writeValueAsString(sentence.text()),
                                        Hash.of(sentence.text()).hex());
        String above = file.body().stripTrailing() + "\n\n";
        int line = file.linesAbove() + (int) above.lines().count();
        ProjectSteering tried =
                trial.with(file, above + "```rule\n" + yaml + "state: proposed\n```\n");
        Optional<Judged> block =
                tried.sentences().stream()
                        .filter(each -> each.file().equals(file.label()))
                        .filter(each -> each.span().line() > line)
                        .findFirst();
        if (block.isEmpty()) {
            return "it is no rule";
        }
        return switch (block.get().state()) {
            case RuleState.Proposed(SteeringRule rule) ->
                    passed(sentence, rule, yaml, tried, drafts);
            case RuleState.Broken broken -> reasons(tried, line, broken);
            case RuleState.Enforced _, RuleState.Guidance _ -> "it is no rule";
        };
    }

    private static String passed(
            Judged sentence,
            SteeringRule rule,
            String yaml,
            ProjectSteering tried,
            List<RuleDraft> drafts) {
        if (rule.examples().bad().isEmpty() || rule.examples().good().isEmpty()) {
            return "it has no bad or no good examples, so nothing shows what it does";
        }
        drafts.add(
                new RuleDraft(
                        sentence,
                        rule,
                        yaml,
                        tried.check().withRules(List.of(rule)).checkProject().violations()));
        return "";
    }

    private String reasons(ProjectSteering tried, int line, RuleState.Broken broken) {
        String found =
                tried.findings().stream()
                        .filter(each -> each.file().equals(file.label()))
                        .filter(each -> each.span().line() > line)
                        .map(RuleJudge::words)
                        .distinct()
                        .collect(Collectors.joining("; "));
        return found.isEmpty() ? "%s: %s".formatted(broken.reason(), broken.fix()) : found;
    }

    private static String words(Finding finding) {
        return finding.message() + finding.fix().map(fix -> ": " + fix).orElse("");
    }
}
