package kiro.model.builtin;

import static kiro.model.builtin.Readings.max;
import static kiro.model.builtin.Readings.optional;
import static kiro.model.builtin.Readings.required;
import static kiro.model.builtin.Readings.status;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.Condition;
import kiro.spec.rest.EndpointReading;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.FieldRule;
import kiro.spec.rest.FieldType;
import kiro.spec.rest.HttpMethod;
import kiro.spec.rest.RateLimit;
import kiro.spec.rest.Response;

/// Projects of different build, each with the reading of a spec for it.
enum ProjectCase {
    /// Layers, JPA entities with setters, basic authentication, records for errors.
    TASKS {
        @Override
        EndpointReading reading() {
            var invalid = new Condition.InvalidFields(List.of());
            FieldRule.Length title = new FieldRule.Length(OptionalInt.of(1), OptionalInt.of(100));
            var priority = new FieldRule.OneOf(List.of("LOW", "MEDIUM", "HIGH"));
            return new Endpoints()
                    .endpoint(HttpMethod.POST, "/api/tasks")
                    .signedIn()
                    .limited(new RateLimit(5, Duration.ofHours(1), RateLimit.Subject.USER))
                    .takes(
                            required(
                                    "title",
                                    FieldType.Plain.STRING,
                                    new FieldRule.NotBlank(),
                                    title),
                            optional("notes", FieldType.Plain.STRING, max(500)),
                            required("priority", FieldType.Plain.STRING, priority),
                            optional("dueDate", FieldType.Plain.DATE))
                    .answers(201, Response.Shape.RESOURCE, TASK)
                    .when(
                            VALID,
                            status(201),
                            new Expectation.Header("Location"),
                            new Expectation.Resource())
                    .when(invalid, status(400), new Expectation.NamesInvalidFields())
                    .when(new Condition.OverLimit(OptionalInt.empty()), status(429))
                    .when(new Condition.LimitRenewed(), status(201))
                    .when(STRANGER, status(401))
                    .end()
                    .endpoint(HttpMethod.PUT, "/api/tasks/{id}")
                    .owned()
                    .takes(
                            required("title", FieldType.Plain.STRING, title),
                            optional("notes", FieldType.Plain.STRING),
                            required("priority", FieldType.Plain.STRING, priority),
                            required("done", FieldType.Plain.BOOLEAN))
                    .answers(200, Response.Shape.RESOURCE, TASK)
                    .when(VALID, new Expectation.Resource(), new Expectation.IsStored())
                    .when(new Condition.ForeignResource(), status(403))
                    .when(new Condition.MissingResource(Optional.of("task")), status(404))
                    .when(new Condition.MalformedBody(), status(400))
                    .when(new Condition.LengthIs("title", 100), status(200))
                    .when(new Condition.LengthIs("title", 101), status(400))
                    .end()
                    .endpoint(HttpMethod.DELETE, "/api/tasks/{id}")
                    .owned()
                    .answers(204, Response.Shape.EMPTY)
                    .when(VALID, status(204), new Expectation.IsGone())
                    .when(new Condition.Repeated(), status(404))
                    .end()
                    .endpoint(HttpMethod.GET, "/api/tasks")
                    .signedIn()
                    .answers(200, Response.Shape.LIST, TASK)
                    .with(new Behaviour.ListsOnlyOwn())
                    .with(new Behaviour.FiltersBy("priority"))
                    .with(new Behaviour.Sorts("title", Expectation.Direction.ASCENDING))
                    .when(VALID, status(200), new Expectation.ResourceList())
                    .end()
                    .reading();
        }
    },
    /// By feature, a map in the service, an interceptor of its own, tabs, no validation.
    ORDERS {
        @Override
        EndpointReading reading() {
            return new Endpoints()
                    .endpoint(HttpMethod.PUT, "/shop/orders/{orderId}")
                    .owned()
                    .takes(
                            required("quantity", FieldType.Plain.INTEGER, range("1", "100")),
                            optional("comment", FieldType.Plain.STRING, max(200)))
                    .answers(200, Response.Shape.NOT_STATED)
                    .when(VALID, status(200), new Expectation.Resource())
                    .when(new Condition.InvalidFields(List.of()), status(422))
                    .when(new Condition.MissingResource(Optional.empty()), status(404))
                    .when(STRANGER, status(401))
                    .when(new Condition.MalformedId(), status(400))
                    .end()
                    .endpoint(HttpMethod.DELETE, "/shop/orders/{orderId}")
                    .owned()
                    .answers(204, Response.Shape.EMPTY)
                    .when(VALID, status(204))
                    .when(new Condition.MissingResource(Optional.empty()), status(404))
                    .end()
                    .endpoint(HttpMethod.POST, "/shop/orders/{orderId}/cancel")
                    .owned()
                    .when(VALID, status(200))
                    .end()
                    .reading();
        }
    },
    /// Spring Boot 3, two spaces, exceptions that carry their status, nobody signs in.
    NOTES {
        @Override
        EndpointReading reading() {
            return new Endpoints()
                    .endpoint(HttpMethod.POST, "/v1/notes")
                    .limited(new RateLimit(3, Duration.ofSeconds(30), RateLimit.Subject.ADDRESS))
                    .takes(
                            required("title", FieldType.Plain.STRING, max(80)),
                            optional("text", FieldType.Plain.STRING, max(2000)))
                    .answers(201, Response.Shape.RESOURCE, "id", "title", "text", "createdAt")
                    .when(
                            VALID,
                            status(201),
                            new Expectation.Resource(),
                            new Expectation.Header("Location"))
                    .when(
                            new Condition.InvalidFields(
                                    List.of(
                                            new Condition.BrokenField(
                                                    "title",
                                                    Optional.of(Condition.Break.TOO_LONG)))),
                            status(422),
                            new Expectation.NamesInvalidFields())
                    .when(
                            new Condition.OverLimit(OptionalInt.of(4)),
                            status(429),
                            new Expectation.Header("Retry-After"))
                    .end()
                    .endpoint(HttpMethod.PUT, "/v1/notes/{id}")
                    .takes(required("title", FieldType.Plain.STRING, max(80)))
                    .when(VALID, status(200))
                    .when(STRANGER, status(401))
                    .end()
                    .endpoint(HttpMethod.DELETE, "/v1/notes/{id}")
                    .when(VALID, status(204), new Expectation.IsGone())
                    .when(new Condition.MissingResource(Optional.empty()), status(404))
                    .end()
                    .endpoint(HttpMethod.GET, "/v1/notes")
                    .answers(200, Response.Shape.LIST, "id", "title", "text", "createdAt")
                    .with(new Behaviour.Sorts("createdAt", Expectation.Direction.DESCENDING))
                    .when(VALID, status(200), new Expectation.ResourceList())
                    .end()
                    .unread("The notes feel snappy", "'snappy' names nothing that can be tested")
                    .reading();
        }
    },
    /// An interface before the service, a mapper, tests of slices.
    CATALOG {
        @Override
        EndpointReading reading() {
            return new Endpoints()
                    .endpoint(HttpMethod.PATCH, "/products/{id}")
                    .takes(
                            optional("name", FieldType.Plain.STRING, max(60)),
                            optional("price", FieldType.Plain.DECIMAL, range("0", "9999.99")),
                            optional("stock", FieldType.Plain.INTEGER, range("0", "100000")))
                    .answers(200, Response.Shape.RESOURCE, "id", "name", "sku", "price", "stock")
                    .limited(new RateLimit(50, Duration.ofMinutes(1), RateLimit.Subject.EVERYONE))
                    .with(new Behaviour.KeepsAbsentFields())
                    .when(VALID, status(200), new Expectation.Resource())
                    .when(VALID, new Expectation.LacksFields(List.of("supplier")))
                    .when(
                            new Condition.Without(List.of("price")),
                            status(200),
                            new Expectation.Resource())
                    .when(
                            new Condition.InvalidFields(List.of()),
                            status(422),
                            new Expectation.NamesInvalidFields())
                    .when(new Condition.MissingResource(Optional.empty()), status(404))
                    .end()
                    .endpoint(HttpMethod.PUT, "/products/{id}")
                    .takes(required("sku", FieldType.Plain.STRING))
                    .when(VALID, status(200))
                    .end()
                    .endpoint(HttpMethod.PUT, "/products/{id}/rating")
                    .takes(required("stars", FieldType.Plain.INTEGER))
                    .when(VALID, status(200))
                    .end()
                    .reading();
        }
    },
    /// The controller uses the store itself; a filter reads the caller's id from a header.
    LIBRARY {
        @Override
        EndpointReading reading() {
            return new Endpoints()
                    .endpoint(HttpMethod.POST, "/reviews")
                    .signedIn()
                    .takes(
                            required("book", FieldType.Plain.STRING, max(120)),
                            required("stars", FieldType.Plain.INTEGER, range("1", "5")),
                            optional("text", FieldType.Plain.STRING))
                    .answers(201, Response.Shape.RESOURCE)
                    .when(VALID, status(201), new Expectation.Resource())
                    .when(new Condition.InvalidFields(List.of()), status(400))
                    .when(STRANGER, status(401))
                    .end()
                    .endpoint(HttpMethod.PUT, "/reviews/{id}")
                    .owned()
                    .takes(
                            required("stars", FieldType.Plain.INTEGER, range("1", "5")),
                            optional("text", FieldType.Plain.STRING))
                    .answers(200, Response.Shape.RESOURCE)
                    .limited(new RateLimit(2, Duration.ofDays(1), RateLimit.Subject.USER))
                    .when(VALID, status(200), new Expectation.Resource())
                    .when(
                            new Condition.ForeignResource(),
                            status(403),
                            new Expectation.ChangesNothing())
                    .when(new Condition.OtherCallerOverLimit(), status(200))
                    .when(new Condition.MissingResource(Optional.empty()), status(404))
                    .end()
                    .endpoint(HttpMethod.DELETE, "/reviews/{id}")
                    .owned()
                    .when(VALID, status(204), new Expectation.IsGone())
                    .end()
                    .endpoint(HttpMethod.GET, "/reviews")
                    .signedIn()
                    .answers(200, Response.Shape.LIST)
                    .with(new Behaviour.FiltersBy("book"))
                    .with(new Behaviour.ListsAtMost(50))
                    .when(VALID, status(200), new Expectation.ResourceList())
                    .end()
                    .reading();
        }
    },
    /// An entity that belongs to another one, made after it: the table comes with it.
    TASK_COMMENTS {
        @Override
        EndpointReading reading() {
            return new Endpoints()
                    .endpoint(HttpMethod.POST, "/api/tasks/{id}/comments")
                    .signedIn()
                    .takes(
                            required(
                                    "text",
                                    FieldType.Plain.STRING,
                                    new FieldRule.NotBlank(),
                                    max(500)),
                            optional(
                                    "mood",
                                    FieldType.Plain.STRING,
                                    new FieldRule.OneOf(List.of("GLAD", "SAD"))))
                    .answers(201, Response.Shape.RESOURCE, COMMENT)
                    .when(VALID, status(201), new Expectation.Resource())
                    .when(VALID, new Expectation.IsStored())
                    .when(new Condition.InvalidFields(List.of()), status(400))
                    .when(new Condition.MissingResource(Optional.of("task")), status(404))
                    .when(STRANGER, status(401))
                    .end()
                    .endpoint(HttpMethod.GET, "/api/tasks/{id}/comments")
                    .signedIn()
                    .answers(200, Response.Shape.LIST, COMMENT)
                    .when(VALID, status(200), new Expectation.ResourceList())
                    .end()
                    .endpoint(HttpMethod.PUT, "/api/tasks/{id}/place")
                    .owned()
                    .takes(
                            required("room", FieldType.Plain.STRING, max(40)),
                            optional("seats", FieldType.Plain.INTEGER, range("1", "500")))
                    .answers(200, Response.Shape.RESOURCE, "id", "title", "room", "seats")
                    .when(VALID, status(200), new Expectation.Resource())
                    .when(VALID, new Expectation.IsStored())
                    .when(new Condition.ForeignResource(), status(403))
                    .end()
                    .endpoint(HttpMethod.PUT, "/api/tasks/{id}/colour")
                    .owned()
                    .takes(required("colour", FieldType.Plain.STRING, max(40)))
                    .when(VALID, status(200))
                    .end()
                    .reading();
        }

        @Override
        String project() {
            return TASKS.project();
        }
    },
    /// Rows by `JdbcClient`, the clock a bean, tables by `schema.sql`.
    DEPOT {
        @Override
        EndpointReading reading() {
            return new Endpoints()
                    .endpoint(HttpMethod.POST, "/parcels/{id}/damage-reports")
                    .takes(
                            required(
                                    "description",
                                    FieldType.Plain.STRING,
                                    new FieldRule.NotBlank(),
                                    max(500)),
                            required(
                                    "severity",
                                    FieldType.Plain.STRING,
                                    new FieldRule.OneOf(List.of("LOW", "HIGH"))),
                            optional("cents", FieldType.Plain.INTEGER, range("0", "100000")))
                    .answers(
                            201,
                            Response.Shape.RESOURCE,
                            "id",
                            "parcelId",
                            "description",
                            "severity",
                            "cents",
                            "reportedAt")
                    .when(VALID, status(201), new Expectation.Resource())
                    .when(VALID, new Expectation.IsStored())
                    .when(new Condition.InvalidFields(List.of()), status(400))
                    .when(new Condition.MissingResource(Optional.of("parcel")), status(404))
                    .end()
                    .endpoint(HttpMethod.PUT, "/parcels/{id}/shelf")
                    .takes(required("shelf", FieldType.Plain.STRING, max(10)))
                    .answers(200, Response.Shape.RESOURCE, "id", "barcode", "shelf", "shelvedAt")
                    .with(new Behaviour.SetsField("shelvedAt", Behaviour.Source.NOW))
                    .when(VALID, status(200), new Expectation.Resource())
                    .when(VALID, new Expectation.IsStored())
                    .when(new Condition.InvalidFields(List.of()), status(400))
                    .when(new Condition.MissingResource(Optional.of("parcel")), status(404))
                    .end()
                    .reading();
        }
    },
    /// A map, ids by the store, a controller that works with the store itself.
    LOANS {
        @Override
        EndpointReading reading() {
            return new Endpoints()
                    .endpoint(HttpMethod.POST, "/loans")
                    .signedIn()
                    .takes(
                            required("title", FieldType.Plain.STRING, max(120)),
                            required("days", FieldType.Plain.INTEGER, range("1", "28")))
                    .answers(
                            201,
                            Response.Shape.RESOURCE,
                            "id",
                            "memberId",
                            "title",
                            "days",
                            "createdAt")
                    .with(new Behaviour.SetsField("memberId", Behaviour.Source.CALLER))
                    .when(VALID, status(201), new Expectation.Resource())
                    .when(VALID, new Expectation.IsStored())
                    .when(new Condition.InvalidFields(List.of()), status(400))
                    .when(STRANGER, status(401))
                    .end()
                    .endpoint(HttpMethod.PUT, "/reviews/{id}/mood")
                    .owned()
                    .takes(required("mood", FieldType.Plain.STRING, max(20)))
                    .answers(200, Response.Shape.RESOURCE, "id", "book", "mood")
                    .when(VALID, status(200), new Expectation.Resource())
                    .when(VALID, new Expectation.IsStored())
                    .when(new Condition.ForeignResource(), status(403))
                    .end()
                    .endpoint(HttpMethod.POST, "/fines")
                    .signedIn()
                    .takes(required("reason", FieldType.Plain.STRING, max(120)))
                    .answers(201, Response.Shape.RESOURCE, "id", "reason", "total")
                    .when(VALID, status(201))
                    .end()
                    .reading();
        }

        @Override
        String project() {
            return LIBRARY.project();
        }
    };

    private static final Condition VALID = new Condition.Valid();
    private static final Condition STRANGER =
            new Condition.Unauthenticated(Condition.Credential.MISSING_OR_INVALID);
    private static final String[] TASK = {"id", "title", "notes", "priority", "dueDate", "done"};

    private static final String[] COMMENT = {"id", "taskId", "author", "text", "mood", "createdAt"};

    abstract EndpointReading reading();

    /// The folder of the project as it was.
    String project() {
        return folder() + "/project";
    }

    /// The folder of the project among the test resources.
    String folder() {
        return "src/test/resources/kiro/model/builtin/" + name().toLowerCase(java.util.Locale.ROOT);
    }

    private static FieldRule range(String min, String max) {
        return new FieldRule.Range(
                Optional.of(new FieldRule.Bound(new BigDecimal(min), true)),
                Optional.of(new FieldRule.Bound(new BigDecimal(max), true)));
    }

    /// A spec with as many criteria as the reading speaks of.
    String spec() {
        var text =
                new StringBuilder(
                        "# Sample\n\n## Overview\n\nA sample.\n\n## Requirements\n\n- One.\n\n## Acceptance Criteria\n\n");
        EndpointReading reading = reading();
        for (int number = 1; number <= criteria(reading); number++) {
            var id = new kiro.spec.CriterionId("AC-" + number);
            String words =
                    reading.outcomes(id).stream()
                            .map(one ->
                                    one.route() + ": " + one.condition().getClass().getSimpleName())
                            .findFirst()
                            .orElseGet(() -> reading.unread().getFirst().text());
            text.append("- [ ] ").append(id).append(": ").append(words).append('\n');
        }
        return text.toString();
    }

    private static int criteria(EndpointReading reading) {
        return (int)
                (reading.outcomes().stream().map(one -> one.criterion()).distinct().count()
                        + reading.unread().size());
    }
}
