package kiro.code;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import kiro.text.Hash;

/// The digest of code by its tokens: comments and the white space between tokens do not count.
public final class TokenHash {
    private TokenHash() {}

    /// The digest of a node's tokens. Code that only looks different has the same one.
    public static Hash of(SyntaxNode node) {
        SyntaxTree tree = node.tree();
        var tokens = new ByteArrayOutputStream();
        int after = tree.after(node.index());
        int at = node.index();
        while (at < after) {
            String kind = tree.kind(at);
            boolean isToken = tree.after(at) == at + 1 || Literals.WITH_TEXT.contains(kind);
            boolean isComment = Comments.KINDS.contains(kind);
            if (isToken && !isComment) {
                tokens.writeBytes(
                        tree.text(tree.start(at), tree.end(at)).getBytes(StandardCharsets.UTF_8));
                tokens.write(0);
            }
            at = isToken || isComment ? tree.after(at) : at + 1;
        }
        return Hash.of(tokens.toByteArray());
    }
}
