/// HTTP as a program needs it that waits for what comes in pieces: requests whose responses arrive as signals, and
/// the forms in which events are streamed.
@NullMarked
package kiro.http;

import org.jspecify.annotations.NullMarked;
