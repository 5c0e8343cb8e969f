/// Endpoints read from prose.
@NullMarked
package kiro.spec.rest;

import org.jspecify.annotations.NullMarked;
