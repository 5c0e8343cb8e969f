package kiro.spec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// A document of a spec, made up from a seed: of the parts that people and tools write, in any order, with all that
/// editors do to bytes.
final class MadeDocument {
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");
    private static final List<String> WORDS =
            List.of(
                    "WHEN a user signs in THE system SHALL answer 200",
                    "IF the token is old, THEN THE system SHALL answer 401",
                    "`PUT /users/{id}` returns **403** for others",
                    "用户登录时系统应返回令牌",
                    "naïve – “quoted” 😀 text",
                    "a | b | c",
                    "ends in a backslash\\",
                    "a `code span",
                    "[x](page) is a link",
                    "<b>html</b> & entities &amp;",
                    "AC-9 is spoken of here",
                    "trailing spaces  ",
                    "\ttabbed");
    private static final List<String> BLOCKS =
            List.of(
                    "```java",
                    "- [ ] not a criterion",
                    "```",
                    "<!-- a comment",
                    "of two lines -->",
                    "<!-- one line -->",
                    "> a quotation",
                    "> - [ ] in it",
                    "| a | b |",
                    "|---|---|",
                    "***",
                    "    indented code",
                    "Setext heading",
                    "--------------",
                    "[ref]: https://example.com",
                    "",
                    "   ",
                    "plain text",
                    "1) one",
                    "~~~",
                    "# Notes",
                    "## Acceptance Criteria");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final boolean isMixed;
    private final String lineEnd;

    MadeDocument(int seed) {
        this.random = new Random(seed * 7919L);
        this.isMixed = random.nextInt(4) == 0;
        this.lineEnd = LINE_ENDS.get(random.nextInt(LINE_ENDS.size()));
    }

    byte[] bytes(DocumentKind kind) {
        if (random.nextInt(4) == 0) {
            text.append('\uFEFF');
        }
        if (random.nextInt(3) == 0) {
            lines("---", "owner: somebody", "x-unknown: {a: [1, 2]}", "# remark", "---");
        }
        switch (kind) {
            case SPEC -> file();
            case REQUIREMENTS, BUGFIX -> requirements();
            case DESIGN -> design();
            case TASKS -> tasks();
        }
        boolean isCut = random.nextInt(3) == 0;
        String whole = isCut ? text.toString().stripTrailing() : text.toString();
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    private void file() {
        lines(
                "# Made up",
                "",
                "## Overview",
                "",
                any(WORDS),
                "",
                "## Requirements",
                "",
                "- " + any(WORDS),
                "");
        junk();
        lines("## Acceptance Criteria", "");
        for (int i = random.nextInt(9); i >= 0; i--) {
            criterion();
        }
        lines("", "## Technical Approach", "");
        junk();
    }

    private void criterion() {
        String indent = " ".repeat(random.nextInt(3));
        String mark = any(List.of("- ", "* ", "+ ", "1. ", "2) ", "-   "));
        String box = any(List.of("[ ] ", "[x] ", "[X] ", "[-] ", "[~] ", "", "[] "));
        String id =
                any(
                        List.of(
                                "",
                                "",
                                "AC-" + random.nextInt(30) + ": ",
                                "**UPU-1." + random.nextInt(9) + "** "));
        String comment = random.nextInt(5) == 0 ? " <!-- id: K-" + random.nextInt(99) + " -->" : "";
        line(indent + mark + box + id + any(WORDS) + comment);
        if (random.nextInt(4) == 0) {
            line(indent + "  " + any(WORDS));
        }
        if (random.nextInt(5) == 0) {
            line(indent + "   - " + any(WORDS));
        }
        if (random.nextInt(6) == 0) {
            junk();
        }
    }

    private void requirements() {
        lines("# Requirements Document", "", "## Introduction", "", any(WORDS), "");
        for (int r = 1; r <= 1 + random.nextInt(4); r++) {
            lines(
                    "### Requirement " + r,
                    "",
                    "**User Story:** " + any(WORDS),
                    "",
                    "#### Acceptance Criteria",
                    "");
            for (int c = 1; c <= 1 + random.nextInt(5); c++) {
                line(c + ". " + any(WORDS));
            }
            line("");
            if (random.nextInt(4) == 0) {
                junk();
            }
        }
    }

    private void design() {
        lines("# Design", "");
        for (int p = 1; p <= random.nextInt(4); p++) {
            lines(
                    "### Property " + p + ": " + any(WORDS),
                    "",
                    any(WORDS),
                    "",
                    "**Validates: Requirements 1." + p + "**",
                    "");
            junk();
        }
    }

    private void tasks() {
        lines("# Implementation Plan", "");
        for (int t = 1; t <= 1 + random.nextInt(6); t++) {
            task("", any(List.of(t + ". ", "", t + " ")));
            for (int s = 1; s <= random.nextInt(4); s++) {
                task(any(List.of("  ", "    ", "\t", "   ")), any(List.of(t + "." + s + " ", "")));
            }
            if (random.nextInt(5) == 0) {
                junk();
            }
        }
    }

    private void task(String indent, String number) {
        line(
                indent
                        + any(List.of("- ", "* ", "1. "))
                        + any(List.of("[ ] ", "[x] ", "[X] ", "[-] ", "[~] ", "[ ]* ", "[x]\\* "))
                        + number
                        + any(WORDS));
        if (random.nextInt(2) == 0) {
            line(indent + "  - " + any(WORDS));
            line(indent + "  - _Requirements: 1." + random.nextInt(4) + ", 2.*_");
        }
    }

    private void junk() {
        for (int i = random.nextInt(5); i > 0; i--) {
            line(any(BLOCKS));
        }
    }

    private void lines(String... lines) {
        for (String line : lines) {
            line(line);
        }
    }

    private void line(String line) {
        text.append(line).append(isMixed ? any(LINE_ENDS) : lineEnd);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
