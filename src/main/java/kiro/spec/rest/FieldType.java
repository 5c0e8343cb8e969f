package kiro.spec.rest;

/// What kind of value a field has.
public sealed interface FieldType {
    /// A kind that JSON or its usual texts know.
    enum Plain implements FieldType {
        STRING,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        DATE,
        TIMESTAMP,
        UUID,
        OBJECT,
        /// The spec does not say.
        NOT_STATED
    }

    /// Several values of one kind.
    record ListOf(FieldType element) implements FieldType {}

    /// A kind by a name of the project's own, such as `OrderLine`.
    record Named(String name) implements FieldType {}
}
