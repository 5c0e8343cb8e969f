package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kiro.config.Config;
import kiro.config.ConfigValue;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.spec.rule.Rule;
import kiro.spec.rule.RuleLevels;
import kiro.text.SourceSpan;

/// The levels that the settings give to the rules about specs, and settings for rules that there are not.
record ChosenLevels(RuleLevels levels, List<Finding> findings) {
    private static final String GROUP = "spec.rules";
    private static final String OFF = "off";

    ChosenLevels {
        findings = List.copyOf(findings);
    }

    static ChosenLevels of(Config config) {
        RuleLevels levels = RuleLevels.standard();
        var findings = new ArrayList<Finding>();
        for (Map.Entry<String, ConfigValue> entry : config.below(GROUP).entrySet()) {
            Optional<Rule> rule = Rule.of(entry.getKey());
            if (rule.isPresent()) {
                levels = levels.with(rule.get(), level(entry.getValue().text()));
            } else {
                findings.add(unknown(entry.getKey(), entry.getValue()));
            }
        }
        return new ChosenLevels(levels, findings);
    }

    private static Optional<Severity> level(String text) {
        return text.equals(OFF)
                ? Optional.empty()
                : Optional.of(Severity.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    private static Finding unknown(String id, ConfigValue value) {
        List<String> near = RuleLevels.nearest(id);
        int colon = value.origin().lastIndexOf(':');
        int line = colon < 0 ? 1 : Integer.parseInt(value.origin().substring(colon + 1));
        return Finding.warning(
                "config/unknown-rule",
                colon < 0 ? value.origin() : value.origin().substring(0, colon),
                new SourceSpan(line, 1, line, 1),
                "there is no rule '%s'".formatted(id),
                near.isEmpty()
                        ? "'kiro spec validate --rules' lists them"
                        : "did you mean %s?".formatted(String.join(" or ", near)));
    }
}
