package se.varna.common.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Keeps forms that were sent after their sender had been signed out. */
public interface LateForms {

    /**
     * Keeps the form that was refused, if there is a page that can give it back.
     *
     * @return the page to go on at, which is the one that the form was sent to
     */
    Optional<String> keep(HttpServletRequest refused);
}
