package kiro.spec.rule;

import java.io.IOException;
import java.math.BigDecimal;
import kiro.finding.PackedFinding;
import kiro.spec.CriterionId;
import kiro.text.PackReader;
import kiro.text.PackWriter;
import kiro.workspace.WorkspacePath;

/// The facts of one spec in the form in which they are kept for a later run.
public final class PackedFacts {
    private PackedFacts() {}

    public static void write(SpecFacts facts, PackWriter out) {
        out.text(facts.name());
        out.text(facts.path().value());
        out.count(facts.size());
        out.list(facts.findings(), each -> PackedFinding.write(each, out));
        out.list(facts.suppressions(), each -> suppression(each, out));
        out.list(facts.ids(), out::text);
        SpecFacts.Said said = facts.said();
        out.list(said.outcomes(), each -> outcome(each, out));
        out.list(said.numbers(), each -> number(each, out));
        out.list(said.texts(), each -> each.write(out));
        out.list(said.references(), each -> reference(each, out));
        out.list(said.dependencies(), each -> dependency(each, out));
    }

    public static SpecFacts read(PackReader in) throws IOException {
        try {
            String name = in.text();
            WorkspacePath path = WorkspacePath.of(in.text());
            return new SpecFacts(
                    name,
                    path,
                    in.count(),
                    in.list(() -> PackedFinding.read(in)),
                    in.list(() -> suppression(in)),
                    in.list(in::text),
                    new SpecFacts.Said(
                            in.list(() -> outcome(in, path)),
                            in.list(() -> number(in, path)),
                            in.list(() -> TextFact.read(in, path)),
                            in.list(() ->
                                    new References.Criterion(in.text(), in.text(), in.span())),
                            in.list(() -> new References.Dependency(in.text(), in.span()))));
        } catch (IllegalArgumentException impossible) {
            throw new IOException("not the facts of a spec", impossible);
        }
    }

    /// A place is always in the spec's own main file.
    static void place(Place place, PackWriter out) {
        out.span(place.span());
        out.text(place.id().map(CriterionId::value).orElse(""));
    }

    static Place place(PackReader in, WorkspacePath path) throws IOException {
        return new Place(path, in.span(), CriterionId.parse(in.text()));
    }

    private static void suppression(Suppression suppression, PackWriter out) {
        out.list(suppression.rules(), out::text);
        out.text(suppression.reason());
        out.text(suppression.file());
        out.span(suppression.place());
        out.count(suppression.first());
        out.count(suppression.last());
    }

    private static Suppression suppression(PackReader in) throws IOException {
        return new Suppression(
                in.list(in::text), in.text(), in.text(), in.span(), in.count(), in.count());
    }

    private static void outcome(OutcomeFact fact, PackWriter out) {
        out.text(fact.request());
        out.number(fact.situation());
        out.count(fact.status());
        place(fact.place(), out);
    }

    private static OutcomeFact outcome(PackReader in, WorkspacePath path) throws IOException {
        return new OutcomeFact(in.text(), in.longNumber(), in.count(), place(in, path));
    }

    private static void number(NumberFact fact, PackWriter out) {
        out.text(fact.name());
        out.text(fact.situation());
        out.text(fact.value());
        out.text(fact.size().kind());
        out.text(fact.size().amount().toString());
        out.count(fact.size().length());
        place(fact.place(), out);
    }

    private static NumberFact number(PackReader in, WorkspacePath path) throws IOException {
        return new NumberFact(
                in.text(),
                in.text(),
                in.text(),
                new Quantity(in.text(), new BigDecimal(in.text()), in.count()),
                place(in, path));
    }

    private static void reference(References.Criterion reference, PackWriter out) {
        out.text(reference.spec());
        out.text(reference.id());
        out.span(reference.span());
    }

    private static void dependency(References.Dependency dependency, PackWriter out) {
        out.text(dependency.spec());
        out.span(dependency.span());
    }
}
