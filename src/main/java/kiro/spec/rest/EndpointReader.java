package kiro.spec.rest;

import java.util.List;
import kiro.spec.Spec;

/// Reads the endpoints out of a spec's prose. It knows many phrasings and guesses at none: a sentence
/// that it does not understand as a whole is answered as unread.
public final class EndpointReader {
    public EndpointReading read(Spec spec) {
        List<Part> parts = SpecParts.of(spec);
        List<Route> routes = EndpointFinder.find(parts, spec.criteria());
        var pass =
                new ReadingPass(
                        routes,
                        Lexicon.of(
                                routes,
                                spec.title(),
                                SpecWords.of(spec, routes),
                                ThingWords.in(spec.document().text(), routes)));
        return NearestForms.in(pass.read(parts, spec.criteria()));
    }
}
