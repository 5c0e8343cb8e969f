package kiro.model.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.spec.CriterionId;
import kiro.spec.rest.Authentication;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.EndpointReading;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.Field;
import kiro.spec.rest.HttpMethod;
import kiro.spec.rest.PathTemplate;
import kiro.spec.rest.Permission;
import kiro.spec.rest.RateLimit;
import kiro.spec.rest.Request;
import kiro.spec.rest.Response;
import kiro.spec.rest.Route;
import kiro.spec.rest.UnreadSentence;
import kiro.text.SourceSpan;

/// Builds readings of specs, endpoint by endpoint.
final class Endpoints {
    private static final SourceSpan SPAN = SourceSpan.start();

    private final List<EndpointSpec> endpoints = new ArrayList<>();
    private final List<CriterionOutcome> outcomes = new ArrayList<>();
    private final List<UnreadSentence> unread = new ArrayList<>();
    private int criteria;

    EndpointReading reading() {
        return new EndpointReading(endpoints, outcomes, unread);
    }

    One endpoint(HttpMethod method, String path) {
        return new One(new Route(method, new PathTemplate(path)));
    }

    /// A criterion that was not understood.
    Endpoints unread(String text, String reason) {
        criteria++;
        unread.add(
                new UnreadSentence(
                        text,
                        SPAN,
                        "Acceptance Criteria",
                        Optional.of(new CriterionId("AC-" + criteria)),
                        reason,
                        Optional.empty()));
        return this;
    }

    /// One endpoint in the making.
    final class One {
        private final Route route;
        private Authentication authentication = Authentication.NOT_STATED;
        private Permission permission = new Permission.Anyone();
        private Optional<RateLimit> limit = Optional.empty();
        private List<Field> body = List.of();
        private Response response =
                new Response(OptionalInt.empty(), Response.Shape.NOT_STATED, List.of());
        private final List<Behaviour> behaviours = new ArrayList<>();

        One(Route route) {
            this.route = route;
        }

        One signedIn() {
            authentication = Authentication.REQUIRED;
            return this;
        }

        One owned() {
            permission = new Permission.Owner();
            return signedIn();
        }

        One limited(RateLimit value) {
            limit = Optional.of(value);
            return this;
        }

        One takes(Field... fields) {
            body = List.of(fields);
            return this;
        }

        One answers(int status, Response.Shape shape, String... fields) {
            response =
                    new Response(
                            OptionalInt.of(status),
                            shape,
                            List.of(fields).stream()
                                    .map(name ->
                                            Readings.plain(
                                                    name,
                                                    kiro.spec.rest.FieldType.Plain.NOT_STATED))
                                    .toList());
            return this;
        }

        One with(Behaviour behaviour) {
            behaviours.add(behaviour);
            return this;
        }

        /// The next criterion.
        One when(Condition condition, Expectation... expectations) {
            criteria++;
            outcomes.add(
                    new CriterionOutcome(
                            new CriterionId("AC-" + criteria),
                            route,
                            condition,
                            List.of(expectations),
                            SPAN));
            return this;
        }

        Endpoints end() {
            endpoints.add(
                    new EndpointSpec(
                            route,
                            authentication,
                            permission,
                            limit,
                            new Request(body, List.of(), List.of()),
                            response,
                            behaviours));
            return Endpoints.this;
        }
    }
}
