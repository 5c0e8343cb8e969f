package kiro.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import kiro.finding.Finding;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.text.TextDocument;

/// What persons answer for in a spec.
///
/// @param valid those that count today
/// @param findings what is wrong with the others
record Acceptances(List<Acceptance> valid, List<Finding> findings) {
    Acceptances {
        valid = List.copyOf(valid);
        findings = List.copyOf(findings);
    }

    static Acceptances of(Spec spec, LocalDate today) {
        var valid = new ArrayList<Acceptance>();
        var findings = new ArrayList<Finding>();
        for (AcceptanceCriterion criterion : spec.criteria()) {
            Matcher mark = Acceptance.MARK.matcher(text(spec, criterion));
            if (!mark.find()) {
                continue;
            }
            Optional<Acceptance> read = Acceptance.read(criterion.id(), mark);
            Optional<Finding> fault = fault(spec, criterion, read, today);
            fault.ifPresent(findings::add);
            if (fault.isEmpty()) {
                read.ifPresent(valid::add);
            }
        }
        return new Acceptances(valid, findings);
    }

    boolean has(CriterionId criterion) {
        return valid.stream().anyMatch(each -> each.criterion().equals(criterion));
    }

    /// The spec's document with the comment behind a criterion, in place of one that is there.
    static TextDocument with(Spec spec, AcceptanceCriterion criterion, Acceptance acceptance) {
        TextDocument document = spec.document();
        int last = criterion.span().endLine();
        for (int line = criterion.span().line(); line <= last; line++) {
            String text = document.line(line);
            Matcher mark = Acceptance.MARK.matcher(text);
            if (mark.find()) {
                return document.withLine(
                        line, mark.replaceFirst(Matcher.quoteReplacement(" " + acceptance)));
            }
        }
        while (last > criterion.span().line() && document.line(last).isBlank()) {
            last--;
        }
        return document.withLine(last, document.line(last).stripTrailing() + " " + acceptance);
    }

    private static String text(Spec spec, AcceptanceCriterion criterion) {
        var text = new StringBuilder();
        for (int line = criterion.span().line(); line <= criterion.span().endLine(); line++) {
            text.append(spec.document().line(line)).append('\n');
        }
        return text.toString();
    }

    private static Optional<Finding> fault(
            Spec spec, AcceptanceCriterion criterion, Optional<Acceptance> read, LocalDate today) {
        if (read.isEmpty()) {
            return Optional.of(
                    finding(
                            spec,
                            criterion,
                            "sync/acceptance-unreadable",
                            "the comment that answers for %s is not complete, and does not count"
                                    .formatted(criterion.id())));
        }
        Acceptance acceptance = read.get();
        if (acceptance.isExpired(today)) {
            return Optional.of(
                    finding(
                            spec,
                            criterion,
                            "sync/acceptance-expired",
                            "%s answered for %s until %s"
                                    .formatted(
                                            acceptance.owner(),
                                            criterion.id(),
                                            acceptance.until().orElseThrow())));
        }
        return acceptance.isOf(criterion)
                ? Optional.empty()
                : Optional.of(
                        finding(
                                spec,
                                criterion,
                                "sync/acceptance-void",
                                "%s answered for %s when it had other words"
                                        .formatted(acceptance.owner(), criterion.id())));
    }

    private static Finding finding(
            Spec spec, AcceptanceCriterion criterion, String rule, String message) {
        return Finding.error(
                rule,
                spec.path().value(),
                criterion.span(),
                message,
                "prove it by a test, or accept it anew with 'kiro spec sync %s --accept %s --reason ...'"
                        .formatted(spec.name(), criterion.id()));
    }
}
