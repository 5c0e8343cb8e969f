package kiro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiro.finding.RuleId;
import kiro.steering.SteeringFile;
import kiro.steering.project.ProjectSteering;
import kiro.steering.rule.SteeringRule;

/// The rules that hold in a run. One that held goes on to hold while its file says what it said: that the logger which it
/// names is gone, or that a nearer file or another sentence says otherwise, is no way around it.
///
/// @param texts what the files said when their rules were read, by their labels
/// @param bound the files that a command has changed, so that their rules stay as they were
record HeldRules(List<SteeringRule> rules, Map<String, String> texts, Set<String> bound) {
    static final HeldRules NONE = new HeldRules(List.of(), Map.of(), Set.of());

    HeldRules {
        rules = List.copyOf(rules);
        texts = Map.copyOf(texts);
        bound = Set.copyOf(bound);
    }

    HeldRules heldAgainst(Set<String> files) {
        var all = new HashSet<>(bound);
        files.stream().filter(texts::containsKey).forEach(all::add);
        return new HeldRules(rules, texts, all);
    }

    /// What holds with the steering as it is now.
    HeldRules with(ProjectSteering now) {
        var said = new HashMap<String, String>();
        for (SteeringFile file : now.files()) {
            said.put(file.label(), file.body());
        }
        Map<RuleId, SteeringRule> kept = new HashMap<>();
        for (SteeringRule rule : rules) {
            String file = rule.origin().file();
            boolean isSaid = texts.containsKey(file) && texts.get(file).equals(said.get(file));
            if (isSaid || bound.contains(file)) {
                kept.put(rule.id(), rule);
            }
        }
        var all = new ArrayList<SteeringRule>();
        for (SteeringRule rule : now.rules()) {
            SteeringRule old = kept.remove(rule.id());
            all.add(old == null ? rule : old);
        }
        rules.stream().filter(rule -> kept.containsKey(rule.id())).forEach(all::add);
        bound.forEach(file -> said.put(file, texts.getOrDefault(file, "")));
        return new HeldRules(all, said, bound);
    }
}
