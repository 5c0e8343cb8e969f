package kiro.spec.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kiro.finding.Finding;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.spec.StoredSpec;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Workspace;

/// A project of specs in a temporary folder, checked as a whole.
public final class CheckedSpecs {
    private static final String FRAME =
            """
            # Example

            ## Overview

            An example.

            ## Requirements

            - It is checked.

            ## Acceptance Criteria

            """;

    private final Path folder;
    private final RuleLevels levels;

    private CheckedSpecs(Path folder, RuleLevels levels) {
        this.folder = folder;
        this.levels = levels;
    }

    public static CheckedSpecs in(Path folder) {
        return new CheckedSpecs(folder, RuleLevels.standard());
    }

    CheckedSpecs at(RuleLevels chosen) {
        return new CheckedSpecs(folder, chosen);
    }

    /// Writes an example of the catalogue: what stands below the heading of the criteria, or whole files.
    CheckedSpecs with(String example) {
        var workspace = TemporaryWorkspace.in(folder);
        if (!example.startsWith("--- file ")) {
            workspace.with(".kiro/specs/a.md", FRAME + example);
            return this;
        }
        for (String file : example.split("(?m)^--- file ")) {
            int end = file.indexOf('\n');
            if (end > 0) {
                workspace.with(".kiro/specs/" + file.substring(0, end), file.substring(end + 1));
            }
        }
        return this;
    }

    List<Finding> findings() {
        var check = new SpecCheck(levels);
        var facts = new ArrayList<SpecFacts>();
        var broken = new ArrayList<Finding>();
        for (StoredSpec stored : new SpecStore(new Workspace(folder)).list()) {
            switch (stored.reading()) {
                case SpecReading.Whole whole -> facts.add(check.check(whole.spec()));
                case SpecReading.Broken unread -> broken.addAll(unread.findings());
            }
        }
        broken.addAll(check.findings(facts, SpecCheck.Scope.PROJECT));
        return broken;
    }

    /// Each finding on a line: place, rule, message.
    List<String> shown() {
        return findings().stream()
                .map(finding ->
                        "%s %s %s"
                                .formatted(
                                        finding.span(),
                                        finding.rule().value().substring(5),
                                        finding.message()))
                .toList();
    }
}
