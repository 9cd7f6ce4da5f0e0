/** The page on which a question is asked. */
package se.varna.advice.web;
