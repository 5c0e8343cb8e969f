package kiro.spec.rule;

import java.util.List;
import kiro.finding.Finding;
import kiro.text.SourceSpan;

/// A comment by which a person says that a rule does not apply here, and why:
/// `<!-- kiro:ignore spec/vague reason: the term is the product's own -->`.
///
/// @param rules as they are written, without `spec/`
/// @param file in which it stands
/// @param place where the comment stands
/// @param first the first line that it is about
/// @param last the last
record Suppression(
        List<String> rules, String reason, String file, SourceSpan place, int first, int last) {
    Suppression {
        rules = List.copyOf(rules);
    }

    boolean isAbout(Finding finding) {
        int line = finding.span().line();
        return line >= first
                && line <= last
                && file.equals(finding.file())
                && rules.contains(finding.rule().value().substring("spec/".length()));
    }
}
