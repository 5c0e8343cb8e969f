package kiro.spec.rest;

/// Where in a request or an answer a field stands.
enum Place {
    BODY,
    QUERY,
    PATH,
    RESPONSE,
    /// In the body and in the answer alike.
    BOTH,
    HEADER,
    /// In the query, or in the path where the path has the name.
    PARAMETERS,
    /// The spec says that there are fields, not where.
    UNSAID,
    /// What is listed are not fields, but errors and their situations.
    ERRORS
}
