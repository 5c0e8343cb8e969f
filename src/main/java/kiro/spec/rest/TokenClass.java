package kiro.spec.rest;

/// The classes of tokens that the grammar names in capitals.
enum TokenClass {
    NUMBER,
    ORDINAL,
    /// A number from 100 to 599.
    STATUS,
    METHOD,
    PATH,
    /// A path parameter by itself: `{id}`.
    PARAMETER,
    /// The spec's word for the resource, in the singular; may be several words.
    NOUN,
    /// The spec's word for the resources, in the plural; may be several words.
    NOUNS,
    /// A field or parameter that the spec lists; may be several words: "display name".
    FIELD,
    /// A name in code marks, listed or not, or a field that the spec lists.
    NAME,
    /// A word that can be a field's name where a list of fields is expected.
    LISTED,
    /// A name or value in code marks or quotation marks.
    CODE,
    /// A value: in code marks, a number, or a word in capitals.
    VALUE,
    /// A value in a list of allowed values; any single word.
    ITEM,
    /// Any single word of which nothing is made; that it fits does not say that the sentence is understood so far.
    ANY,
    /// The name of an HTTP header.
    HEADER,
    /// A name of the project's own for a kind of value: `ProfileDto`.
    TYPE,
    /// A word that can name what a caller shows, unless the spec calls a resource or a field so.
    CREDENTIAL,
    /// A credential with a name of its own, in two words: "admin key".
    NAMED_CREDENTIAL,
    /// What the last word of a path says is done: "archive", "archiving".
    ACTION,
    /// A role that the spec names as one: "users with the role planner".
    ROLE,
    /// Several users with such a role.
    ROLES,
    /// The spec's word for the one to whom a resource belongs: "Only the reporter may ...".
    OWNER,
    /// Several of those.
    OWNERS,
    /// The spec's word for whoever sends its requests: "the signed-in driver".
    CALLER,
    /// Several of those.
    CALLERS,
    /// What a path parameter is called, where that is no common word: `sku`, `vin`, `number`.
    IDENT,
    /// What has been done when what a path is named after was done: "cancelled", "returned".
    DONE,
    /// The word that a path ends in: `driver` of `/vehicles/{vin}/driver`.
    SEGMENT,
    /// A word that can name a property, listed or not.
    KEPT,
    /// A word in the plural that is neither a field nor the resource.
    PLURAL,
    /// A word for a state that something has been brought into: "shipped", `CANCELLED`.
    STATE
}
