package kiro.code;

import java.util.Set;

/// The nodes that are comments, in all languages.
final class Comments {
    static final Set<String> KINDS = Set.of("comment", "line_comment", "block_comment");

    private Comments() {}
}
