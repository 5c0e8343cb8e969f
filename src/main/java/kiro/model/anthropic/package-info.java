/// The Anthropic Messages API, streaming.
@NullMarked
package kiro.model.anthropic;

import org.jspecify.annotations.NullMarked;
