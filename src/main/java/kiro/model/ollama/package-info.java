/// Models that run in Ollama, by its own API: the one that takes the size of the context.
@NullMarked
package kiro.model.ollama;

import org.jspecify.annotations.NullMarked;
