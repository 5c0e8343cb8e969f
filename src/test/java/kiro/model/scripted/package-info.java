/// Models that are played.
@NullMarked
package kiro.model.scripted;

import org.jspecify.annotations.NullMarked;
