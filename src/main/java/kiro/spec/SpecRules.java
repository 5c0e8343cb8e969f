package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import kiro.finding.Finding;

/// The rules that a spec's structure must satisfy. They are listed in `docs/formats/spec.md`.
public final class SpecRules {
    private SpecRules() {}

    /// Everything a person should repair, in the order of the file.
    public static List<Finding> check(Spec spec) {
        var findings = new ArrayList<Finding>();
        findings.addAll(CriteriaRules.unusable(spec));
        findings.addAll(CriteriaRules.check(spec));
        findings.addAll(spec.isFolder() ? FolderRules.check(spec) : SectionRules.check(spec));
        if (Suspects.isAnyIn(spec.document())) {
            MarkdownTree tree = MarkdownTree.of(spec.document());
            Prose prose = Prose.of(spec.document(), tree);
            findings.addAll(PlaceholderRules.check(spec, prose));
            findings.addAll(MarkupRules.check(spec, prose, tree));
        }
        findings.sort(Finding.ORDER);
        return List.copyOf(findings);
    }
}
