/** The engine, moved through the demo's past by hand. */
package se.varna.demo.process;
