package se.varna.common.web;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A moment that an API gives in Swedish time, with its offset: {@code 2026-11-23T10:00:00+01:00}. */
@JacksonAnnotationsInside
@JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "yyyy-MM-dd'T'HH:mm:ssXXX", timezone = "Europe/Stockholm")
@Retention(RetentionPolicy.RUNTIME)
public @interface SwedishTime {}
