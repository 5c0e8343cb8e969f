/// What is checked in specs: the catalogue of the rules, and the rules about sentences and across specs.
@NullMarked
package kiro.spec.rule;

import org.jspecify.annotations.NullMarked;
