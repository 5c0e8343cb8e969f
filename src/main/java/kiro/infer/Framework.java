package kiro.infer;

import java.util.Optional;

/// The frameworks whose routes are understood, and what each does when nothing is said.
enum Framework {
    SPRING("Spring", 400),
    JAX_RS("JAX-RS", 400),
    EXPRESS("Express", 0),
    FASTIFY("Fastify", 400),
    NEST("Nest", 400),
    FASTAPI("FastAPI", 422),
    FLASK("Flask", 0),
    DJANGO("Django", 0),
    NET_HTTP("net/http", 0),
    GIN("gin", 0),
    AXUM("axum", 0),
    ACTIX("actix", 0);

    private final String title;
    private final int refusal;

    Framework(String title, int refusal) {
        this.title = title;
        this.refusal = refusal;
    }

    String title() {
        return title;
    }

    /// The status of a request that breaks a declared rule; empty where the code has to choose one.
    Optional<Integer> refusal() {
        return refusal == 0 ? Optional.empty() : Optional.of(refusal);
    }

    /// The status of an answer that names none.
    int success(String method) {
        return this == NEST && method.equals("POST") ? 201 : 200;
    }
}
