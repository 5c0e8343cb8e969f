package kiro.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// What servers answer, as text. What is no text is kept in a file, whose name stands for it.
final class Answers {
    private final KeptAnswers kept;

    Answers(KeptAnswers kept) {
        this.kept = kept;
    }

    String of(CallToolResult result) {
        var parts = new ArrayList<String>();
        if (result.content() != null) {
            result.content().forEach(content -> parts.add(of(content)));
        }
        if (parts.stream().allMatch(String::isBlank) && result.structuredContent() != null) {
            parts.add(Json.text(result.structuredContent()));
        }
        return String.join("\n", parts);
    }

    String of(ReadResourceResult result) {
        return String.join("\n", result.contents().stream().map(this::of).toList());
    }

    String of(GetPromptResult result) {
        var parts = new ArrayList<String>();
        for (McpSchema.PromptMessage message : result.messages()) {
            String role = String.valueOf(message.role()).toLowerCase(Locale.ROOT);
            parts.add("[" + role + "] " + of(message.content()));
        }
        return String.join("\n", parts);
    }

    private String of(Content content) {
        return switch (content) {
            case McpSchema.TextContent text -> String.valueOf(text.text());
            case McpSchema.ImageContent image -> file("an image", image.mimeType(), image.data());
            case McpSchema.AudioContent audio -> file("a sound", audio.mimeType(), audio.data());
            case McpSchema.EmbeddedResource embedded -> of(embedded.resource());
            case McpSchema.ResourceLink link ->
                    "[the resource %s, %s]".formatted(link.uri(), String.valueOf(link.name()));
            default -> "[%s, which kiro cannot show]".formatted(content.type());
        };
    }

    private String of(ResourceContents contents) {
        return switch (contents) {
            case TextResourceContents text ->
                    "[" + text.uri() + "]\n" + String.valueOf(text.text());
            case BlobResourceContents blob ->
                    file("the resource " + blob.uri(), blob.mimeType(), blob.blob());
            default -> "[%s, which kiro cannot show]".formatted(contents.uri());
        };
    }

    private String file(String what, String type, String data) {
        String kind = type == null ? "of an unknown type" : type;
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(data == null ? "" : data);
            String place =
                    kept.keep(bytes, ending(kind))
                            .map(file -> "kept in " + file)
                            .orElse("not kept: it is too large, or the disk is full");
            return "[%s, %s, %,d bytes, %s]".formatted(what, kind, bytes.length, place);
        } catch (IllegalArgumentException noBase64) {
            return "[%s, %s, which cannot be decoded]".formatted(what, kind);
        }
    }

    private static String ending(String type) {
        String name = type.substring(type.lastIndexOf('/') + 1).replaceFirst("[+;].*$", "");
        return List.of("png", "jpeg", "gif", "webp", "svg", "wav", "mpeg", "mp3", "pdf", "json")
                        .contains(name)
                ? name
                : "bin";
    }
}
