package kiro.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.rule.SpecCheck;

/// Holds a composed spec against the rules that specs of people are held against.
final class DraftCheck {
    /// What is left open is for a person, and so is which task does what.
    private static final Set<String> NOT_OF_WORDS =
            Set.of("spec/placeholder", "spec/uncited-criterion");

    private final SpecCheck check;
    private final Scratch scratch;
    private final Set<String> before;

    /// @param template what is found in it before anything is proposed is no fault of a proposal
    DraftCheck(SpecCheck check, Scratch scratch, Composition template) {
        this.check = check;
        this.scratch = scratch;
        this.before = new HashSet<>();
        findings(template).forEach(finding -> before.add(key(finding)));
    }

    /// What is wrong with a composition because of what was proposed.
    ///
    /// @param ofParts by the part of the proposal in whose line it was found
    /// @param others found elsewhere
    record Faults(Map<Proposal.Part, List<Finding>> ofParts, List<Finding> others) {
        boolean isEmpty() {
            return ofParts.isEmpty() && others.isEmpty();
        }
    }

    Faults faults(Composition composition) {
        var ofParts = new LinkedHashMap<Proposal.Part, List<Finding>>();
        var others = new ArrayList<Finding>();
        for (Finding finding : findings(composition)) {
            String file = finding.file().substring(finding.file().lastIndexOf('/') + 1);
            Optional<Proposal.Part> part = composition.at(file, finding.span().line());
            if (part.isPresent()) {
                ofParts.computeIfAbsent(part.get(), _ -> new ArrayList<>()).add(finding);
            } else if (!before.contains(key(finding))) {
                others.add(finding);
            }
        }
        return new Faults(ofParts, others);
    }

    Optional<Spec> spec(Composition composition) {
        return scratch.read(composition.files());
    }

    private List<Finding> findings(Composition composition) {
        SpecReading reading = scratch.reading(composition.files());
        List<Finding> found =
                switch (reading) {
                    case SpecReading.Whole whole -> check.findings(whole.spec());
                    case SpecReading.Broken broken -> broken.findings();
                };
        return found.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .filter(finding -> !NOT_OF_WORDS.contains(finding.rule().value()))
                .toList();
    }

    private static String key(Finding finding) {
        return finding.rule() + " " + finding.message();
    }
}
