package uk.sightline.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rule of a route: who may call it at all. Every handler has one, by itself or by its class; one without is refused
 * to everybody, and a test finds it. What a route does with one record is asked of {@link Access} besides.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** The actor's post includes one of these; none given: anybody who is signed in. */
    Action[] value() default {};

    /** Open to the public, signed in or not. */
    boolean nothing() default false;
}
