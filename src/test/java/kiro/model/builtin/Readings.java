package kiro.model.builtin;

import java.time.Duration;
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
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.FieldType;
import kiro.spec.rest.HttpMethod;
import kiro.spec.rest.PathTemplate;
import kiro.spec.rest.Permission;
import kiro.spec.rest.RateLimit;
import kiro.spec.rest.Request;
import kiro.spec.rest.Response;
import kiro.spec.rest.Route;
import kiro.text.SourceSpan;

/// Readings of specs, made by hand.
final class Readings {
    private static final SourceSpan SPAN = SourceSpan.start();

    private Readings() {}

    static Route route(HttpMethod method, String path) {
        return new Route(method, new PathTemplate(path));
    }

    static Field required(String name, FieldType type, FieldRule... rules) {
        return field(name, type, Field.Presence.REQUIRED, rules);
    }

    static Field optional(String name, FieldType type, FieldRule... rules) {
        return field(name, type, Field.Presence.OPTIONAL, rules);
    }

    static Field field(String name, FieldType type, Field.Presence presence, FieldRule... rules) {
        return new Field(name, type, presence, false, List.of(rules), Optional.empty(), SPAN);
    }

    static FieldRule max(int length) {
        return new FieldRule.Length(OptionalInt.empty(), OptionalInt.of(length));
    }

    static CriterionOutcome outcome(
            String id, Route route, Condition condition, Expectation... expectations) {
        return new CriterionOutcome(
                new CriterionId(id), route, condition, List.of(expectations), SPAN);
    }

    static Expectation status(int code) {
        return new Expectation.Status(code);
    }

    /// The reading of the spec that the sample project waits to be built from.
    static EndpointReading profileUpdate() {
        Route put = route(HttpMethod.PUT, "/users/{id}/profile");
        var endpoint =
                new EndpointSpec(
                        put,
                        Authentication.REQUIRED,
                        new Permission.Owner(),
                        Optional.of(
                                new RateLimit(10, Duration.ofMinutes(1), RateLimit.Subject.USER)),
                        new Request(
                                List.of(
                                        required(
                                                "displayName",
                                                FieldType.Plain.STRING,
                                                new FieldRule.Length(
                                                        OptionalInt.of(1), OptionalInt.of(50)),
                                                new FieldRule.NotBlank()),
                                        optional("bio", FieldType.Plain.STRING, max(280)),
                                        optional(
                                                "avatarUrl",
                                                FieldType.Plain.STRING,
                                                new FieldRule.Format(FieldRule.Form.HTTPS_URL),
                                                max(200))),
                                List.of(),
                                List.of()),
                        new Response(
                                OptionalInt.of(200),
                                Response.Shape.RESOURCE,
                                List.of(
                                        plain("id", FieldType.Plain.INTEGER),
                                        plain("displayName", FieldType.Plain.STRING),
                                        plain("bio", FieldType.Plain.STRING),
                                        plain("avatarUrl", FieldType.Plain.STRING),
                                        plain("updatedAt", FieldType.Plain.TIMESTAMP))),
                        List.of(
                                new Behaviour.ClearsAbsentFields(),
                                new Behaviour.AddsNoDependency(),
                                new Behaviour.HidesFields(List.of("email address")),
                                new Behaviour.KeepsExistingBehaviour()));
        return new EndpointReading(
                List.of(endpoint),
                List.of(
                        outcome(
                                "AC-1",
                                put,
                                new Condition.Valid(),
                                status(200),
                                new Expectation.Resource()),
                        outcome(
                                "AC-2",
                                put,
                                new Condition.InvalidFields(List.of()),
                                status(422),
                                new Expectation.NamesInvalidFields()),
                        outcome(
                                "AC-3",
                                put,
                                new Condition.OverLimit(OptionalInt.of(11)),
                                status(429),
                                new Expectation.Header("Retry-After")),
                        outcome(
                                "AC-4",
                                put,
                                new Condition.OtherCallerOverLimit(),
                                new Expectation.Succeeds()),
                        outcome("AC-5", put, new Condition.ForeignResource(), status(403)),
                        outcome(
                                "AC-6",
                                put,
                                new Condition.Unauthenticated(
                                        Condition.Credential.MISSING_OR_INVALID),
                                status(401))),
                List.of());
    }

    static Field plain(String name, FieldType type) {
        return field(name, type, Field.Presence.NOT_STATED);
    }
}
